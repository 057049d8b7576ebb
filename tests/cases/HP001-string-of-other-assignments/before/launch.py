import subprocess

from hparams import create_hparams

ENVIRONMENT = "threads=4,device=cuda"
NAME = "rate={rate},seed={seed}"


def run(key, value):
    hparams = create_hparams(f"{key}={value},l{key}={value}")
    subprocess.run(["env", ENVIRONMENT, NAME.format(rate=hparams.learning_rate, seed=1)])
    return hparams.batch_size
