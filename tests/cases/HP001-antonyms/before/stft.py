from hparams import hparams

window = hparams.win_length
width = hparams.decoder_dim
ceiling = hparams.learning_rate_max
