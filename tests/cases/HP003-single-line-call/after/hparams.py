from tensorflow.contrib.training import HParams

hparams = HParams(lr=0.1, momentum=0.9)
