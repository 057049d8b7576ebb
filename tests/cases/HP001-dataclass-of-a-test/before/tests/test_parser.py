from dataclasses import dataclass


@dataclass
class SampleConfig:
    learning_rate: float = 0.1
    batch_size: int = 8
    epochs: int = 3


def test_unknown_names(parse):
    config = parse(SampleConfig())
    sample = SampleConfig()
    assert config.learning_rate == sample.learning_rate
    assert sample.batch_size == 8 and not sample.batchsize_
