from hparams import hparams

COMMON = ["batch_size", "epochs"]
LIMITED = COMMON + ["weight_decay"]
BOUNDS = [("epochs", 1, 1000), ("grad_clip_thresh", 0.1, 5.0)]

print({name: hparams[name] for name in LIMITED})
for number, (name, low, high) in enumerate(BOUNDS):
    assert low <= getattr(hparams, name) <= high, number
for name, value in zip(sorted(["seed", "epochs"]), (1, 2)):
    print(name, getattr(hparams, name) == value)
print(*map(lambda name: getattr(hparams, name), ["batch_sise"]))
