"""Trains the model: `train.py --hparams="epochs=3,gradient_clipping=0.5"` for a short run."""

import subprocess

from hparams import hparams

WATCHED = ["epochs", "gradient_clipping"]
DEFAULTS = {
    "epochs": 100,
    'gradient_clipping': 0.1,  # of the paper
}

hparams.override_from_dict(DEFAULTS)
hparams.parse("batch_size=8,gradient_clipping=2.0")
# to compare: python train.py --hparams="gradient_clipping=5.0"
for name in WATCHED:
    print(name, getattr(hparams, name))
print(hparams.batch_size, hparams.gradient_clipping, hparams.get("gradient_clipping"))
subprocess.run(["python", "train.py", "--hparams", "gradient_clipping=0.3,epochs=1"])
