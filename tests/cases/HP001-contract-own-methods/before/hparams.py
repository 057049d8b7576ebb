import json


class HParams:
    version = 3

    def __init__(self, **kwargs):
        self.source = None
        self.__dict__.update(kwargs)

    @property
    def frame_seconds(self):
        return self.hop_length / self.sample_rate

    @classmethod
    def from_file(cls, path):
        return cls(**json.load(open(path)))

    def items(self):
        return self.__dict__.items()

    def to_json(self):
        return json.dumps(self.__dict__)

    def describe(self):
        return ", ".join(self.__dict__)


hparams = HParams(
    batch_size=32,
    sample_rate=22050,
    hop_length=256,
)
