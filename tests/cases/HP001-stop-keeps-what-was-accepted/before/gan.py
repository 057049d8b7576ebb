from hparams import hparams

latent = hparams.z_dim
shape = (3, hparams.size, hparams.size)
steps = hparams.critic_steps
