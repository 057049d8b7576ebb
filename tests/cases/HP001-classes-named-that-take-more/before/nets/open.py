from registry import wrapped
from somewhere import Base


class Encoder:
    def __init__(self, width, **options):
        self.width = width
        self.options = options


@wrapped
class Registered:
    def __init__(self, weight):
        self.weight = weight


class Sampler(Base):
    width = 4


class Loader:
    def __init__(self, files):
        self.files = files

    @classmethod
    def from_folder(cls, folder, shuffle=False):
        return cls([folder], shuffle)


class Whole:
    def __init__(self, config):
        self.layers = config.layers
        self.units = config.units
