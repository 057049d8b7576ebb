import optuna
from hyperopt import fmin, hp, tpe
from ray import tune
from train import fit

space = {
    "rate": hp.loguniform("rate", 1e-5, 1e-1),
    "decay": hp.loguniform("decay", -12, -2),
}
ray_space = {"rate": tune.loguniform(-5, -1), "decay": tune.loguniform(1e-6, 1e-2)}


def objective(trial):
    dropout = trial.suggest_float("dropout", 0.0, 0.5, log=True)
    width = trial.suggest_int("width", 16, 1024, log=True)
    return fit(dropout, width)


optuna.create_study().optimize(objective, n_trials=20)
fmin(fit, space, algo=tpe.suggest, max_evals=50)
tune.run(fit, config=ray_space)
