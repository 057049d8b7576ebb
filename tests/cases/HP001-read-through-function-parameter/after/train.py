from hparams import create_hparams
from model import build

model = build(create_hparams())
