from .hparams import *
