DEFAULTS = {
    "peak_rate": 1e-3,
    "weight_decay": 1e-6,
    "momentum": 0.9,
}


def step(weight, gradient):
    return weight - DEFAULTS["peak_rate"] * (gradient + DEFAULTS["weight_decay"] * weight)


def is_regularized():
    return DEFAULTS["weight_decay"] > 0 or DEFAULTS["momentum"] > 0
