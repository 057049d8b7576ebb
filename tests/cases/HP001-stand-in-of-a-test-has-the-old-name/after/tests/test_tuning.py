from tuning import Tuner


class Options:
    def __init__(self):
        self.batch_size = 32
        self.gradient_clip_thresh = 1.0
        self.warmup_steps = 1


def test_calm():
    options = Options()
    Tuner(options).calm()
    assert options.gradient_clip_thresh == 0.5
