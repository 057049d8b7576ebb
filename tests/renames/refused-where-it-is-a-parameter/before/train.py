def step(rate, momentum, decay):
    return rate * momentum * decay


config = {"rate": 0.1, "momentum": 0.9, "decay": 1e-4}
print(config["rate"], config["momentum"])
step(**config)
