from hparams import hparams


def frames(seconds):
    hop = getattr(hparams, "frame_shift_ms", None)
    if hop is None:
        hop = 1000 * hparams.hop_length / hparams.sampling_rate
    return int(1000 * seconds / hop)


def use_energy():
    return hparams.get("use_energy", False)
