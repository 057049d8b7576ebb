from torch import nn


class Attention(nn.Module):
    def __init__(self, hp):
        super().__init__()
        self.query = nn.Linear(hp.attention_rnn_dim, hp.attention_dim)
        self.memory = nn.Linear(hp.encoder_embedding_dim, hp.attention_dim)


def build(params):
    return Attention(params)
