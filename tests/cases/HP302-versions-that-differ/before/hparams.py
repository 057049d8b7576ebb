from tools import HParams

hparams = HParams(lr=1e-3, epochs=10, dropout=0.1, hidden=256)
