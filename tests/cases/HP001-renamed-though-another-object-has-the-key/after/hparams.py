from tools import HParams

hparams = HParams(
    batch_size=32,
    checkpoint_dir="checkpoints",  # renamed from ckpt_dir
)
