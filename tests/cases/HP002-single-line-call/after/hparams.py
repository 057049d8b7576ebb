from tensorflow.contrib.training import HParams

hparams = HParams(batch_size=64, hidden_size=256, warmup=True)
