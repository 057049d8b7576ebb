from torch import nn

from hparams import create_hparams

hparams = create_hparams(open("vocab.txt").read().split())
embedding = nn.Embedding(hparams.vocab_size, hparams.hidden_size)
