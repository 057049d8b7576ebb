from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    dropout_rate=0.3,  # renamed from prenet_dropout
    learning_rate=1e-3,
)
