from tensorflow.contrib.training import HParams

hparams = HParams(
    adam_beta1=0.9,
    fp16_run=True,
)
