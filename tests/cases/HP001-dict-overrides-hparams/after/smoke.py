from hparams import hparams

SMOKE = {"batch_size": 2, "hidden_size": 16}

hparams.override_from_dict(SMOKE)
print(hparams.batch_size, hparams.learning_rate)
