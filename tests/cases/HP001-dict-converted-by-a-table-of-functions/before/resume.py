from sampling import CONVERTERS


def load(study, algorithm):
    return CONVERTERS[algorithm](study.best_trial.params)
