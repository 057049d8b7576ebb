import optuna


def objective(trial):
    stride = trial.suggest_int("stride", 1, 8, step=0)
    batch = trial.suggest_int("batch", 16, 64, step=128)
    decay = trial.suggest_float("decay", 1e-6, 1e-2, step=1e-6, log=True)
    units = trial.suggest_int("units", 10, 100, step=25)
    width = trial.suggest_int("width", 32, 256, step=32)
    return stride * batch * decay * units * width


optuna.create_study().optimize(objective, n_trials=20)
