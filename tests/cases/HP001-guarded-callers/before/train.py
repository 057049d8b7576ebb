from audio import Effects, trim
from hparams import hparams


def load(config):
    if hasattr(config, "trim_db"):
        return trim("a.wav", config)
    return trim("b.wav", hp=config) if "trim_db" in config else None


load(hparams)
Effects(hparams).apply()
print(hparams.batch_size, hparams.sample_rate, hparams.hop_length)
