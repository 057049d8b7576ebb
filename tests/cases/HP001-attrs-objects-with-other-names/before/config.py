import attr


@attr.s(auto_attribs=True)
class Config:
    _batch_size: int
    learning_rate: float = 1e-3
    total: int = attr.ib(init=False)

    def __attrs_post_init__(self):
        self.total = self._batch_size * 2
        self.started = False

    @learning_rate.validator
    def check(self, attribute, value):
        if value < 0:
            raise ValueError(attribute.name)
