class Hyperparams:
    # training
    B = 16  # batch size
    E = 100  # Number of epochs.
    r = 4  # reduction factor. Keep it.
