# overlap was what the old loss needed: hyp["overlap"]
LIMITS = {"rate": (1e-5, 1e-1), "momentum": (0.6, 0.98), "flip": (0, 1), "overlap": (0.1, 0.7)}


def train(hyp):
    for name, (low, high) in LIMITS.items():
        hyp[name] = min(max(hyp[name], low), high)
    fit(SGD(hyp["rate"], hyp["momentum"]), flip=hyp["flip"])
