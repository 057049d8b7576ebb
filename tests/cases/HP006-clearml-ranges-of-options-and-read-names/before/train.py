def train(hyp):
    fit(SGD(hyp["rate"], hyp["momentum"]), flip=hyp.get("flip", 0.5))
