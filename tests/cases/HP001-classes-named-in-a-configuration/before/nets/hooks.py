class EarlyStop:
    def __init__(self, monitor, patience=5):
        self.monitor = monitor
        self.patience = patience


class Averaging:
    def __init__(self, decay=0.9):
        self.decay = decay
