from tools import HParams

hparams = HParams(
    batch_size=32,
    gen_lr=2e-4,
    posterior_channels=192,
)
