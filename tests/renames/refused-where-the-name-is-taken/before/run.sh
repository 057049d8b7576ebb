python train.py --hparams="learning_rate=0.1"
