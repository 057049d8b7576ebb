class HParams:
    def __init__(self, **kwargs):
        self.__dict__["locked"] = False
        self.__dict__.update(kwargs)

    def lock(self):
        self.__dict__["locked"] = True
        return self

    @property
    def seconds_per_frame(self):
        return self.hop_length / self.sample_rate

    def __setattr__(self, name, value):
        if self.locked and name not in self.__dict__:
            raise AttributeError(f"no such hyperparameter: {name}")
        super().__setattr__(name, value)


hparams = HParams(
    batch_size=32,
    sample_rate=22050,
    hop_length=256,
)
hparams.speaker_count = 4
