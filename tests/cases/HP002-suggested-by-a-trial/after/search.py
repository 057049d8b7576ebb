import optuna

from hparams import create_hparams
from train import train


def objective(trial):
    hparams = create_hparams()
    hparams.learning_rate = trial.suggest_float("rate", 1e-5, 1e-2, log=True)
    hparams.override_from_dict(
        {
            "n_layers": trial.suggest_int("n_layers", 2, 8),
            "dropout": trial.suggest_float("dropouts", 0.0, 0.5),
            "label_smoothing": trial.suggest_categorical("label_smoothing", [0.0, 0.1]),
        }
    )
    return train(hparams)


study = optuna.create_study()
study.optimize(objective, n_trials=20)
print(study.best_params["rate"])
