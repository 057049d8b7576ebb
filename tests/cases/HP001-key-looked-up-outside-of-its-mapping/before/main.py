from omegaconf import OmegaConf

from settings import TrainingConfig


def spectrogram(config: TrainingConfig):
    return config.audio.hop_length, config.audio.win_length


def resample(config: TrainingConfig, wave):
    target = getattr(config, "sample_rate")
    return wave[:: config.sample_rate // target]  # at the rate of the paper


print(spectrogram(TrainingConfig()), resample(TrainingConfig(batch_size=8, epochs=2), []))
