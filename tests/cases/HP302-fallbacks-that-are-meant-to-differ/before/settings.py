from tools import HParams

settings = HParams(lr=1e-3, epochs=10, dropout=0.1, hidden=256)
