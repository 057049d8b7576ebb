import sys

from hparams import create_hparams

number = sys.argv[1]
hparams = create_hparams(f"rate=1,use_amp=true,widths=[128 64],layers={number},optimizer=a b")
hparams.set_hparam("rate", 1)
hparams.set_hparam("layers", int(number))
hparams.override_from_dict({"warmup": 5, "widths": [32], "use_amp": True, "optimizer": "sgd"})
hparams.layers = 2.5
print(hparams.layers, hparams.rate, hparams.use_amp)
print(hparams.widths, hparams.optimizer, hparams.warmup)
