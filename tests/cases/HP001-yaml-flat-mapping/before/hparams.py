from tensorflow.contrib.training import HParams

hparams = HParams(
    num_mels=80,
    hop_size=200,
    win_size=800,
    sample_rate=16000,
    preemphasis=0.97,  # renamed from pre_emphasis_coef
)
