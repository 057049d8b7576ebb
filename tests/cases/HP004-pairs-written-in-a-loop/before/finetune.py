from hparams import hparams

for name, value in [("learning_rate", 1e-4), ("weight_deacy", 0.0)]:
    setattr(hparams, name, value)
