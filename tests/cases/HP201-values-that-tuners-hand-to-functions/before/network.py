class Network:
    def __init__(self, width=64, depth=2, activation="relu"):
        self.layers = [layer(width, activation) for _ in range(depth)]


def fit(network, rate=1e-3, epochs=10, shuffle=True):
    for _ in range(epochs):
        step(network, rate, shuffle)
