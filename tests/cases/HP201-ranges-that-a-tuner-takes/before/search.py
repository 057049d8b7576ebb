import numpy as np
import optuna
from hyperopt import hp
from ray import tune

LAYERS = (2, 4)

ray_space = {
    "dropout": tune.uniform(0.0, 0.5),
    "augment": tune.choice([True, True, False]),
    "blocks": tune.choice(list(range(4))),
    "seed": tune.grid_search([0, 1, 2]),
    "depth": tune.randint(1, 5),
}
hyperopt_space = {"units": hp.quniform("units", 16, 64, 16), "noise": hp.uniform("noise", 0, 1)}


def objective(trial):
    layers = trial.suggest_int("layers", LAYERS[1], LAYERS[0])
    heads = trial.suggest_int("heads", 4, 4)
    mode = trial.suggest_categorical("mode", [1, 1.0, True, "1"])
    rate = trial.suggest_float("rate", 0.1, 0.9, step=0.1)
    return layers * heads * rate + np.uniform(5, 1)


optuna.create_study().optimize(objective, n_trials=20)
