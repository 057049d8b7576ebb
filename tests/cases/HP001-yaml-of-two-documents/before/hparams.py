from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=64,
    mixup_alpha=0.2,  # renamed from mixup
    cutmix_alpha=1.0,
)
