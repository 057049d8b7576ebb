from hparams import hparams

setattr(hparams, "cudnn_enable", False)
setattr(hparams, "distributed_run", False)
assert not hparams.cudnn_benchmark
