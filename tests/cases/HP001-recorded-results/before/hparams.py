from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    hidden_size=256,
    learning_rate=1e-3,
    dropout_rate=0.1,  # renamed from dropout
)
