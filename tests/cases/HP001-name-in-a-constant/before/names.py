from enum import Enum

WARMUP = "warmup_step"


class Stop(str, Enum):
    THRESHOLD = "gate_treshold"
