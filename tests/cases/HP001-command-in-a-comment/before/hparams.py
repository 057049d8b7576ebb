from tools import HParams

# one card: python train.py --hparams='batch_size=8'
hparams = HParams(
    # Cards 2 and 3 of four:
    #   python train.py --model=Taco --hparams='start_gpu=2, n_gpus=2' --log-dir=logs
    num_gpus=1,
    start_gpu=0,
    batch_size=32,
    learning_rate=1e-3,
    n_mels=80,
)
