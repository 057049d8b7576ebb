class Averaging:
    def __init__(self, decay=0.9):
        self.decay = decay
