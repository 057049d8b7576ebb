class Hyperparams:
    V = 16  # batch size
    T = 64  # batch size
    rows = 8  # window length, at most
    sr = 16000
