from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    epochs=500,
    gradient_clipping=1.0,  # renamed from grad_limit
)
