from hyperopt import hp

space = {"rate": hp.loguniform("rate", -12, -2)}
hparams = {"rate": 1e-3}
hparams["rate"] = hp.loguniform("rate", -12, -2)
print(hparams["rate"])
