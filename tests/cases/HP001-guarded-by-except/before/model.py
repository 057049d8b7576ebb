from hparams import hparams

try:
    speaker_dim = hparams.speaker_dim
except AttributeError:
    speaker_dim = 0


def width():
    try:
        return hparams["bottleneck_dim"]
    except KeyError:
        return hparams.encoder_dim
