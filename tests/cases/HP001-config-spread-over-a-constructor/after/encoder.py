class Base:
    def __init__(self, hidden_dim, num_layers=4, *, dropout=0.1):
        self.sizes = [hidden_dim] * num_layers
        self.dropout = dropout


class Encoder(Base):
    """Takes what its base takes."""


def make_schedule(learning_rate, warmup_steps=500, decay=0.5):
    return [learning_rate * decay] * warmup_steps
