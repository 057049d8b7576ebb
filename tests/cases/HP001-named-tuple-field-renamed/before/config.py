from typing import NamedTuple


class AudioConfig(NamedTuple):
    sampling_rate: int  # renamed from sample_rate
    hop_length: int = 256
    fmax: float = 8000.0
