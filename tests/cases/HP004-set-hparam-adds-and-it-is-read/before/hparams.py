class HParams:
    def __init__(self, **kwargs):
        self.data = {}
        for key, value in kwargs.items():
            self.data[key] = value

    def __getattr__(self, key):
        if key not in self.data:
            raise AttributeError(key)
        return self.data[key]

    def set_hparam(self, key, value):
        self.data[key] = value


hparams = HParams(
    batch_size=32,
    syncnet_wt=0.0,
    hop_size=200,
)
