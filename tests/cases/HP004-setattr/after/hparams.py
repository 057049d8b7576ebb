from tensorflow.contrib.training import HParams

hparams = HParams(
    cudnn_benchmark=False,
    cudnn_enabled=True,
    distributed_run=False,
)
