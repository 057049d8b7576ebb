import numpy as np
import optuna
from hyperopt import hp

space = {
    "rate": hp.loguniform("rate", np.log(1e-5), np.log(1e-1)),
    "scale": hp.loguniform("scale", 0, 1),
    "noise": hp.uniform("noise", 1e-5, 1e-1),
}


def objective(trial):
    params = {"learning_rate": trial.suggest_int("learning_rate", -6, -3)}
    learning_rate = 10 ** params["learning_rate"]
    shift = trial.suggest_float("shift", -1.0, 1.0)
    return learning_rate * shift


optuna.create_study().optimize(objective, n_trials=20)
