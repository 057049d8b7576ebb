from hparams import hparams

hparams.validate_intervals = "epoch"
print(hparams.batch_size)
