from tensorflow.contrib.training import HParams

small = HParams(n_layer=6, dim=256)
large = HParams(n_layers=12, dim=512)
