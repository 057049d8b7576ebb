from tensorflow.contrib.training import HParams

hparams = HParams(num_mels=80, output_per_step=1, residual_channels=64)
