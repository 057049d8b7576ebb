import sys

from hparams import large, small

hp = small if "--small" in sys.argv else large
print(hp.n_layer, hp.dim)
