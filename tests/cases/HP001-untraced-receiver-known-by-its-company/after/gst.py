from torch import nn


class ReferenceEncoder(nn.Module):
    """Built by a launcher that is not in this repository."""

    def __init__(self, hp):
        super().__init__()
        sizes = [1] + hp.ref_enc_filters
        self.convs = nn.ModuleList(nn.Conv2d(a, b, 3) for a, b in zip(sizes, sizes[1:]))
        self.gru = nn.GRU(sizes[-1], hp.ref_enc_gru_size)
        self.heads = hp.num_heads
        self.tokens = hp.token_num
