class HParams(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name)


hparams = HParams(
    batch_size=32,
    learning_rate=1e-3,
    hop_length=256,
)
