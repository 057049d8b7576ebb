class Forest:
    @classmethod
    def suggest(cls, trial):
        return forest(
            trial.suggest_int("n_estimators", 10, 500),
            trial.suggest_int("max_depth", 2, 12),
            trial.suggest_categorical("criterion", ["gini", "entropy"]),
        )
