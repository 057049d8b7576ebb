from hyperopt import fmin, hp, tpe

space = {
    "rate": hp.loguniform("lr", -9, -4),
    "hidden_size": hp.choice("size", [128, 256]),
    "epochs": 10,
}


def objective(params):
    return params["lr"] * params["hidden_size"] * params["epochs"]


best = fmin(objective, space, algo=tpe.suggest, max_evals=50)
print(best["lr"], best["size"])
