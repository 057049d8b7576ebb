import librosa

from hparams import hparams as hp


def mel(wave):
    return librosa.feature.melspectrogram(
        y=wave, sr=hp.samplingRate, hop_length=hp.hop_length, n_mels=hp.n_mel_channels
    )
