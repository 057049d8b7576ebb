from hparams import hparams


def band():
    if hasattr(hparams, "mel_fmax"):
        return hparams.mel_fmin, hparams.mel_fmax
    return hparams.mel_fmin, None


def loudness():
    return hparams.ref_level_db if hasattr(hparams, "ref_level_db") else 20
