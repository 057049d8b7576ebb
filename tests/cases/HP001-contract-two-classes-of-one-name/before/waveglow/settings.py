class HParams:
    def __init__(self, **kwargs):
        self.values_ = kwargs

    def __getattr__(self, name):
        return self.values_.get(name)


hparams = HParams(
    n_flows=12,
    n_group=8,
    sigma=1.0,
)
