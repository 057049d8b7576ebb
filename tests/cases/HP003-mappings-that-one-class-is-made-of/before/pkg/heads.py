class Head:
    def __init__(self, width, scaled=True):
        self.size = width, scaled


class Pair:
    def __init__(self, left, right):
        self.both = left, right
