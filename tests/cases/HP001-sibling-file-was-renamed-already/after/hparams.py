from tools import HParams

hparams = HParams(
    scale_signal=True,
    peak=4.0,
    floor_db=-100,
)
