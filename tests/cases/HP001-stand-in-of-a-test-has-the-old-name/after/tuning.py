class Tuner:
    def __init__(self, hparams):
        self.hparams = hparams

    def calm(self):
        changes = {"batch_size": 16, "grad_clip_thresh": 0.5}
        for name, value in changes.items():
            if hasattr(self.hparams, name):
                setattr(self.hparams, name, value)
        return self.hparams.warmup_steps
