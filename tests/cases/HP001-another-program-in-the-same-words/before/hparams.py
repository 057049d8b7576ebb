from tensorflow.contrib.training import HParams

hparams = HParams(
    learning_rate=1e-3,
    weight_decay=1e-6,
    momentum=0.9,
    warmup_steps=2000,  # renamed from warmup
)
