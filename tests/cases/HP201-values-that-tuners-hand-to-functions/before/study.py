import optuna

from network import Network, fit


def objective(trial):
    width = trial.suggest_int("width", 16, 256)
    shuffle = trial.suggest_categorical("shuffle", ["yes", "no"])
    patience = trial.suggest_int("patience", 1, 5)
    momentum = trial.suggest_float("momentum", 0.5, 0.99)
    network = Network(width=width, depth=trial.suggest_int("depth", 1, 4))
    batch = sampled(trial.suggest_categorical("batch", [16, 32]))
    boosting = {"eta": trial.suggest_float("eta", 0.01, 0.3), "rounds": 100}
    log(boosting["rounds"], boosted(boosting))
    options = {"rate": trial.suggest_float("rate", 1e-5, 1e-2, log=True), "epochs": 5}
    return fit(network, shuffle=shuffle, **options) * momentum * batch


optuna.create_study().optimize(objective, n_trials=20)
