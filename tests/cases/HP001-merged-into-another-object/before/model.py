from tensorflow.contrib.training import HParams


def default_hparams():
    return HParams(
        batch_size=8,
        learning_rate=0.0006,
        decay_steps=10000,
        clip_norm=3.0,
        lstm_units=256,
    )


def model_fn(features, mode, params):
    hparams = params
    steps = (hparams.batch_size, hparams.learning_rate, hparams.decay_steps)
    sizes = (hparams.clip_norm, hparams.lstm_units)
    return steps, sizes, features * hparams.velocity_scale
