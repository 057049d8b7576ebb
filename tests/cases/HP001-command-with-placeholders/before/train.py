from hparams import hparams
from two import large, small

USAGE = "python train.py --hparams='cards=1'"
train(hparams.gpus, hparams.batch_size, hparams.learning_rate, small().width, large().gpus)
