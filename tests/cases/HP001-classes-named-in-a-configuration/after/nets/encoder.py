class Attention:
    def __init__(self, heads=4, dropout=0.1):
        self.heads = heads
        self.dropout = dropout


class Encoder:
    def __init__(self, attention, width=128, depth=4):
        self.attention = attention
        self.width = width
        self.depth = depth
