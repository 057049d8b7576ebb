from hyperopt import fmin, hp, tpe
from ray import tune

RAY = {
    "rate": tune.loguniform(1e-5, 1e-2),
    "units": tune.choice([64, 128]),
    "warm": tune.uniform(0, 1),
}
HYPEROPT = {
    "decay": hp.uniform("weight decay", 0.0, 0.1),
    "heads": hp.choice("heads", [2, 4]),
    "bins": hp.quniform("bins", 8, 2, 1),
}


def train(config):
    return config["rate"] * config["units"]


def objective(space):
    return space["decay"] * space["heads"] * space["bins"]


tune.run(train, config=RAY)
fmin(objective, HYPEROPT, algo=tpe.suggest, max_evals=50)
