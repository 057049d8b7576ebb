from config import hparams

AUDIO = (
    "filter_length",
    "hop_length",
    "win_length",
    "sampling_rate",
)


def settings():
    return {name: hparams[name] for name in AUDIO}
