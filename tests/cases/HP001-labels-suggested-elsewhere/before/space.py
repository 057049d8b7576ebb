def suggest_optimizer(trial):
    return trial.suggest_float("momentum", 0.5, 0.99)
