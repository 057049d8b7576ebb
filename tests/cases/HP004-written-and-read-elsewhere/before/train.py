from hparams import hparams
from model import build

hparams.n_speakers = len(open("speakers.txt").readlines())
build(hparams)
