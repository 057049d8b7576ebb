from enum import Enum

WARMUP = "warmup_steps"


class Stop(str, Enum):
    THRESHOLD = "gate_threshold"
