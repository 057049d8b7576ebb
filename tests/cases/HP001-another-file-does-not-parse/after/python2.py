from hparams import hparams

print "batch size", hparams.batch_size
