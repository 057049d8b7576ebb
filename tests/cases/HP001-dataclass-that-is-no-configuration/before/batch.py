from dataclasses import dataclass


@dataclass
class Batch:
    tokens: list
    lengths: list
    speaker: object = None
