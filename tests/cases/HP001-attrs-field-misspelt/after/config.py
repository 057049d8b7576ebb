import attr
import attrs


@attr.s
class OptimizerConfig:
    learning_rate = attr.ib(default=1e-3, validator=attr.validators.instance_of(float))
    weight_decay = attr.ib(0.01)


@attrs.define
class Config:
    _batch_size: int
    warmup_steps: int = 500
    optimizer: OptimizerConfig = attrs.field(factory=OptimizerConfig)

    @property
    def batch_size(self):
        return self._batch_size
