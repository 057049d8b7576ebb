from torch import nn

from hparams import hparams

embedding = None
if hasattr(hparams, "speaker_emb_size"):
    embedding = nn.Embedding(hparams.n_speakers, hparams.speaker_emb_size)
