from settings import hp


def describe():
    print(hp.sample_rate, hp.hop_length, hp.win_length, hp.n_fft)
    print(hp.num_mels, hp.pre_emphasis, hp.bits)
