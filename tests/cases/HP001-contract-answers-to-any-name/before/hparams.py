class HParams:
    def __init__(self, **kwargs):
        self.values_ = dict(kwargs)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return self.values_.get(name)


hparams = HParams(
    batch_size=32,
    learning_rate=1e-3,
    hop_length=256,
)
