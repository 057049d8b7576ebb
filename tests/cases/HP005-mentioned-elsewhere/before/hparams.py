from tools import HParams

hparams = HParams(
    batch_size=32,
    learning_rate=1e-3,
    n_mels=80,
    hop_size=256,
    epochs=200,
    named_in_yaml=1,
    named_in_a_string=2,
    named_in_a_comment=3,
    read_from_something_unknown=4,
    named_here_as_well=5,
    _private=6,
)
hop_seconds = hparams.hop_size / 22050
NAMES = ["named_here_as_well"]
