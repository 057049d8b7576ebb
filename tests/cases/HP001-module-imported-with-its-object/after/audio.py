import numpy as np

import hparams as config


def normalize(spectrogram):
    floor = config.hparams.min_level_db
    return np.clip((spectrogram - floor) / -floor, 0, 1)


def bins():
    return config.hparams.num_mels
