from tools import HParams

hparams = HParams(
    voice_lr=1e-4,
    voice_steps=1000,
    text_lr=1e-3,
    text_steps=500,
    text_save_every=50,
)
