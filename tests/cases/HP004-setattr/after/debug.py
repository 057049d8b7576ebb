from hparams import hparams

setattr(hparams, "cudnn_enabled", False)
setattr(hparams, "distributed_run", False)
assert not hparams.cudnn_benchmark
