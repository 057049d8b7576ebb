import keras_tuner

from network import Network


def build(hp):
    hp.Float("noise", 0.0, 0.2)
    return Network(
        activation=hp.Choice("activation", ["relu", "tanh"]),
        width=hp.Choice("size", ["small", "large"]),
    )


keras_tuner.RandomSearch(build, objective="loss")
