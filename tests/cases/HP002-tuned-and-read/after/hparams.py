from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    label_smoothing=0.1,
    mixup_alpha=0.2,  # default of space.yaml
)
