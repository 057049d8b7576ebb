from tensorflow.contrib.training import HParams

hparams = HParams(
    vocab_size=32000,
    max_positions=512,  # renamed from max_length
)
