import nni


def train(params):
    model = Network(params["hidden_size"])
    fit(model, rate=params["learning_rate"], size=params["batch_size"])


settings = {"batch_size": 32, "hidden_size": 128, "learning_rate": 0.01}
settings.update(nni.get_next_parameter())
train(settings)
