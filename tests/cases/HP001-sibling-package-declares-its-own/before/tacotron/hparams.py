from tensorflow.contrib.training import HParams

hparams = HParams(num_mels=80, outputs_per_step=2, prenet_dim=256)
