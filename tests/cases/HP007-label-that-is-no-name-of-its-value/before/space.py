def sample(trial):
    batch_size = trial.suggest_categorical("batch_size", [16, 32, 64])
    hidden_size = trial.suggest_int("hidden_size", 64, 256)
    learning_rate = trial.suggest_float("lr", 1e-5, 1e-2, log=True)
    dropout = trial.suggest_float("dropout", 0.0, 0.5)
    return {
        "batch_size": batch_size,
        "hidden_size": hidden_size,
        "learning_rate": learning_rate,
        "dropout": dropout,
        "momentum": trial.suggest_float("momentum", 0.5, 0.99),
    }
