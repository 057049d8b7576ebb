from hparams import create_hparams

hparams = create_hparams("rate=1e-4,use_amp=yes,widths=128")
hparams.set_hparam("layers", 2.5)
hparams.override_from_dict({"rate": True, "optimizer": 3, "widths": [32, 0.5]})
print(hparams.layers, hparams.rate, hparams.use_amp)
print(hparams.widths, hparams.optimizer, hparams.warmup)
