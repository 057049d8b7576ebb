from hparams import hparams

options = hparams.optimizer
print(options["learning_rates"], hparams.optimizer["betas"], hparams.batch_size)
