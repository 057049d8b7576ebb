from tools import HParams

hparams = HParams(
    # Cards 2 and 3 of four:
    #   python train.py --hparams "start_gpu=2, n_gpus=2"
    n_gpus=4,
    num_gpus=4,
    start_gpu=0,
    batch_size=64,
    learning_rate=1e-3,
    n_mels=80,
)
