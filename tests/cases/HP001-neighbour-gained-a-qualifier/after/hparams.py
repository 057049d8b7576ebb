from tools import HParams

hparams = HParams(
    batch_size=32,
    max_lr=1e-3,  # renamed from lr
    max_len=400,
    p_zoneout=0.1,  # renamed from zoneout
    p_masking=0.2,
)
