from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    crop_length=16000,
    mixup_alpha=1.0,  # default of space.yaml
)
