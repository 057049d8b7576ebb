class Forest:
    @classmethod
    def suggest(cls, trial):
        return {
            "n_estimators": trial.suggest_int("n_estimators", 10, 500),
            "max_depth": trial.suggest_int("max_depth", 2, 12),
        }
