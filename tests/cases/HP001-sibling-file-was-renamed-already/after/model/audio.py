from hparams import hparams


def spectrum(wave):
    loudness = to_db(abs(transform(wave))) - hparams.floor_db
    if hparams.scale_signal:  # the copy that was forgotten
        return clip(loudness / hparams.peak)
    return loudness
