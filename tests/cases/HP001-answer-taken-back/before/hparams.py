from tensorflow.contrib.training import HParams

hparams = HParams(
    latent_dim=128,  # renamed from z_dim
    image_size=64,  # renamed from size
    n_critic=5,  # renamed from critic_steps
)
