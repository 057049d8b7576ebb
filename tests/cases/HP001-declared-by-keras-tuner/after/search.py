import keras_tuner


def build(hp):
    units = hp.Int("units", min_value=32, max_value=512)
    rate = hp.Float("learning_rate", 1e-4, 1e-2, sampling="log")
    return compiled(units, rate, hp["activation"], hp.Choice("activation", ["relu", "tanh"]))


tuner = keras_tuner.RandomSearch(build, objective="loss")
best = tuner.get_best_hyperparameters(1)[0]
print(best["learning_rate"], best.get("units"))
