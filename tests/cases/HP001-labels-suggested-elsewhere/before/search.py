import optuna

from hparams import hparams
from space import suggest_optimizer


def objective(trial):
    hparams.learning_rate = trial.suggest_float("rate", 1e-5, 1e-2, log=True)
    trial.suggest_int("layers", 1, 8)
    return suggest_optimizer(trial) * hparams.n_layers / hparams.batch_size


study = optuna.create_study()
study.enqueue_trial({"rate": 1e-3, "momentum": 0.9})
study.optimize(objective, n_trials=20)
print(study.best_params["momentum"], study.best_params["rate"])
