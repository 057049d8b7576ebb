from utils import HParams

hparams = HParams(
    segment_length=16000,
    num_workers=4,
)
