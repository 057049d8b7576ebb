import keras_tuner
from hyperopt import hp

from hparams import hparams

SPACE = {
    "rate": hp.loguniform("log_rate", -9, -4),
    "layers": hp.quniform("layers", 2, 8, 1),
    "seed": hp.randint("seed", 100),
}


def build(hp):
    units = hp.Int("units", 32, 512)
    for layer in range(hp.Int("layers", 1, 3)):
        hp.Float(f"dropout_{layer}", 0.0, 0.5)
    return units, hp.get("units"), hp["dropout_0"]


tuner = keras_tuner.Hyperband(build, objective="loss")
print(tuner.get_best_hyperparameters()[0].get("units"), hparams.learning_rate)
