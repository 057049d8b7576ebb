"""Train the model.

    python train.py --hparams=batch_size=8,learning_rate=1e-4,n_epochs=3
    python train.py --hparams="distributed_run=True,batch_size=64"

Say `--hparams "batch_size=4"` for a small card.
"""
import subprocess

from hparams import create_hparams


def train():
    hparams = create_hparams()
    run(hparams.batch_size, hparams.learning_rate, hparams.num_epochs, hparams.distributed_run)


def start():
    # the same as: ["train.py", "--hparams=n_epochs=3"]
    subprocess.run(["python", "train.py", "--hparams=n_epochs=3,batch_size=8"])
