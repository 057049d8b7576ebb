from dataclasses import dataclass


@dataclass
class Method:
    clip_ratio: float = 0.2
    entropy_weight: float = 0.0
    horizon: int = 128


def main(hparams):
    method = Method(**{**defaults(), **hparams})
    train(method.clip_ratio, method.entropy_weight, method.horizon)
