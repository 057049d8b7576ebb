class HParams:
    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)

    def set_hparam(self, name, value):
        if not hasattr(self, name):
            raise KeyError(name)
        setattr(self, name, value)

    def override_from_dict(self, values):
        for name, value in values.items():
            self.set_hparam(name, value)


hparams = HParams(
    batch_size=32,
    learning_rate=1e-3,
    hop_length=256,
)
