from hparams import hparams

hparams.set_hparam("learning_rate", 1e-4)
print(hparams.batch_size)
