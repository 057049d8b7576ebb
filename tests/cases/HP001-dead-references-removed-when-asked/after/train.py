from hparams import hparams

REPORTED = (
    "batch_size",
    # the rest is the same in every run
    "seed",
)
for name in REPORTED:
    print(name, getattr(hparams, name))

QUICK = {
    "epochs": 2,
    # as in the paper
    "seed": 1,
}
hparams.override_from_dict(QUICK)
short = hparams.replace(
    epochs=3,
    seed=5,
)
hparams.parse("epochs=3,seed=5")
print(hparams.weight_decay, hparams.grad_clip, hparams.batch_size)
