"""Trains the model: `train.py --hparams="epochs=3,grad_limit=0.5"` for a short run."""

import subprocess

from hparams import hparams

WATCHED = ["epochs", "grad_limit"]
DEFAULTS = {
    "epochs": 100,
    'grad_limit': 0.1,  # of the paper
}

hparams.override_from_dict(DEFAULTS)
hparams.parse("batch_size=8,grad_" "limit=2.0")
# to compare: python train.py --hparams="grad_limit=5.0"
for name in WATCHED:
    print(name, getattr(hparams, name))
print(hparams.batch_size, hparams.grad_limit, hparams.get("grad_limit"))
subprocess.run(["python", "train.py", "--hparams", "grad_limit=0.3,epochs=1"])
