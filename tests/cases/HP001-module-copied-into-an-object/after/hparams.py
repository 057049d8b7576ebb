"""What a run may change: `python train.py --hp_file other.py`."""

sample_rate = 22050
hop_length = 275
fft_bins = sample_rate // 11
mel_channels = 80
voc_lr = 1e-4
