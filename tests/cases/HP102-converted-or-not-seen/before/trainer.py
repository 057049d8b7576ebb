class Trainer:
    def __init__(self, rate, floor=0.0):
        self.rate, self.floor = rate, float(floor)

    def step(self):
        return max(self.rate, self.floor)
