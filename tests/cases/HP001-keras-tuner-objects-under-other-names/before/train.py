import keras_tuner


def build(hp):
    return hp.Int("units", 8, 64), hp.Float("rate", 0.1, 0.5), hp.Choice("kind", ["a", "b"])


other = keras_tuner.HyperParameters()
other.Fixed("width", 2)
tuner = keras_tuner.RandomSearch(build, hyperparameters=other)
best = tuner.get_best_hyperparameters()[0]
print(best["width"], best["units"], best["rate"], best["kind"])
