from tools import HParams

hparams = HParams(
    batch_size=32,
    loss_weight=1.0,
    guide_loss_weight=0.5,
)
