from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    hidden_dim=256,
    hidden_dims=2,  # default of space.yaml
)
