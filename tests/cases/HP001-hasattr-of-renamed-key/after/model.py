from torch import nn

from hparams import hparams

embedding = None
if hasattr(hparams, "speaker_embedding_dim"):
    embedding = nn.Embedding(hparams.n_speakers, hparams.speaker_embedding_dim)
