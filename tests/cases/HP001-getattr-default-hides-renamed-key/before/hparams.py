from tensorflow.contrib.training import HParams

hparams = HParams(
    max_decoder_steps=2500,
    stop_threshold=0.5,  # renamed from gate_threshold
)
