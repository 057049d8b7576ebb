import optuna


def objective(trial):
    rate = trial.suggest_float("rate", 1e-5, 1e-2, log=True)
    layers = trial.suggest_int(name="n_layers", low=1, high=8)
    return rate * layers


study = optuna.create_study()
study.enqueue_trial({"rate": 1e-3, "n_layer": 4})
study.optimize(objective, n_trials=20)
print(study.best_params["rates"], study.best_trial.params["n_layers"])
