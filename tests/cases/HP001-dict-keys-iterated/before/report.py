from hparams import hparams

EXPECTED = {
    "fp16_run": True,
    "batch_size": 48,
    "learing_rate": 1e-3,
}

for name, value in EXPECTED.items():
    if getattr(hparams, name) != value:
        print(name, "differs from the published run")
