from hparams import hparams

SHORT = {"bs": "batch_size", "lr": "learning_rate"}
METRICS = ["loss", "accuracy"]

for short in SHORT:
    print(short, getattr(hparams, SHORT[short]))
for name in SHORT.values():
    print(hparams[name])
for name in METRICS:
    print(name)
for name in ("epochs",):
    print(getattr(hparams, name))
for name in ("batch_size", "run_name"):
    if name == "run_name":
        continue
    print(getattr(hparams, name))
