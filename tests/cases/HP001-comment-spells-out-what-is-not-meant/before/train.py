from hyperparams import Hyperparams as hp

data = load(hp.sr, hp.V, hp.rows)
