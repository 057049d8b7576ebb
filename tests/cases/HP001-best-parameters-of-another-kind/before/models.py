class Forest:
    @classmethod
    def suggest(cls, trial):
        return {
            "n_estimators": trial.suggest_int("n_estimators", 10, 500),
            "max_depth": trial.suggest_int("max_depth", 2, 12),
            "lr1": trial.suggest_float("lr1", 0.0, 1.0),
        }
