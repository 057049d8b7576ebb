from config import AudioConfig


def frames(config: AudioConfig, seconds):
    return seconds * config.sampling_rate / config.hop_length


def fast(config: AudioConfig):
    return config._replace(hop_length=512, fmax=4000.0)


print(frames(AudioConfig(sampling_rate=22050), 3))
