from tools import HParams

hparams = HParams(lr=1e-4, epochs=100, dropout=0.5, hidden=512)
