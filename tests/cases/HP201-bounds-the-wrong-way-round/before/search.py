import optuna
from train import fit


def objective(trial):
    rate = trial.suggest_float("rate", 1e-2, 1e-5, log=True)
    layers = trial.suggest_int("layers", 2, 8)
    width = trial.suggest_categorical("width", [64, 128, 128])
    kind = trial.suggest_categorical("kind", [])
    return fit(rate, layers, width, kind)


optuna.create_study().optimize(objective, n_trials=20)
