from tools import HParams

hparams = HParams(
    batch_size=64,
    learning_rate=1e-3,
    n_mels=80,
    hop_size=275,
    win_size=1100,
    upsample_scales=[11, 25],
    epochs=1000,
)
