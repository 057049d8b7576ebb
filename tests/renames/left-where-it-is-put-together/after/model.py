from tensorflow.contrib.training import HParams

hparams = HParams(encoder_size=8, decoder_dim=8, kind="encoder")
print(hparams.encoder_size, hparams.decoder_dim)
print(getattr(hparams, f"{hparams.kind}_dim"))
