class Settings:
    # spectrogram
    sample_rate = 22050
    n_mels = 80

    # length of one training clip, in samples
    clip_length = 16000  # one second at 16 kHz
    duration = 2.0
    clip_length = int(duration * sample_rate)
    batch_size = 16
