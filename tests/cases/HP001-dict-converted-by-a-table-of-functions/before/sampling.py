def sample_sac(trial):
    sampled = {
        "learning_rate": trial.suggest_float("learning_rate", 1e-5, 1.0),
        "batch_size": 256,
        "tau": 0.02,
        "net_arch": "medium",
    }
    return convert_off_policy(sampled)


def convert_off_policy(sampled):
    converted = dict(layers=sampled["net_arch"], rate=sampled["learning_rate"])
    converted["polyak"] = 1 - sampled["tau"]
    converted["activation"] = sampled["activation"]
    return converted


CONVERTERS = {"sac": convert_off_policy, "td3": convert_off_policy}
