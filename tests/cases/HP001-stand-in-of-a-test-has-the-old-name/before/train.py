from hparams import hparams
from tuning import Tuner

Tuner(hparams).calm()
print(hparams.grad_clip_thresh)
