class HParams:
    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)

    def __setattr__(self, name, value):
        if name not in self.__dict__:
            raise AttributeError(f"no such hyperparameter: {name}")
        super().__setattr__(name, value)


hparams = HParams(
    batch_size=32,
    learning_rate=1e-3,
    hop_length=256,
)
