sample_rate = 22050
hop_length = 275
win_length = 1100
n_fft = 2048
num_mels = 80
preemphasis = 0.97
bits = 9
