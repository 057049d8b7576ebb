from tensorflow.contrib.training import HParams

hparams = HParams(
    image_size=256,
    latent_dim=128,  # renamed from z_dim
    n_critic=5,
)
