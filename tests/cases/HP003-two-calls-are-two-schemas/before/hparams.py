from tensorflow.contrib.training import HParams

base = HParams(layers=6, heads=8, dropout=0.1)
large = HParams(layers=12, heads=16, dropout=0.1)


def choose(name):
    return {"base": base, "large": large}[name]
