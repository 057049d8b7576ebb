from typing import NamedTuple


class AudioConfig(NamedTuple):
    sampling_rate: int
    hop_length: int = 256

    @property
    def seconds(self):
        return self.hop_length / self.sampling_rate

    @classmethod
    def of(cls, values):
        return cls._make(values)


class Segment(NamedTuple):
    begin: float
    end: float
