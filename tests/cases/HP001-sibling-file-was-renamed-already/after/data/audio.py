from hparams import hparams


def spectrum(wave):
    loudness = to_db(abs(transform(wave))) - hparams.floor_db
    if hparams.scale_signal:
        return clip(loudness / hparams.peak)
    return loudness
