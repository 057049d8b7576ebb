from hparams import hparams

latent = hparams.latent_dim
shape = (3, hparams.size, hparams.size)
steps = hparams.n_critic
