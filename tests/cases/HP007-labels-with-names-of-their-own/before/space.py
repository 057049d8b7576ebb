def prefixed(trial):
    return {
        "c": trial.suggest_float("svc_c", 0.1, 10.0),
        "gamma": trial.suggest_float("svc_gamma", 0.1, 10.0),
        "degree": trial.suggest_int("degree", 1, 3),
        "shrinking": trial.suggest_categorical("shrinking", [True, False]),
        "tol": trial.suggest_float("tol", 1e-5, 1e-2),
        "coef": trial.suggest_float("coef", 0.0, 1.0),
    }


def short(trial):
    rate = trial.suggest_float("lr", 1e-5, 1e-2)
    return {"learning_rate": rate, "depth": trial.suggest_int("depth", 2, 8)}


def read_elsewhere(trial):
    return {
        "n_layers": trial.suggest_int("layers", 1, 4),
        "width": trial.suggest_int("width", 16, 64),
        "dropout": trial.suggest_float("dropout", 0.0, 0.5),
        "momentum": trial.suggest_float("momentum", 0.5, 0.99),
        "decay": trial.suggest_float("decay", 0.0, 0.1),
    }


def best(study):
    return study.best_params["layers"]
