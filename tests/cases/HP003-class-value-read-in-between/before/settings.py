import os


class Settings:
    """Every second value below is meant."""

    clip_length = 16000
    half_clip = clip_length // 2
    clip_length = 8000

    layers = [64, 64]
    layers = layers + [128]

    batch_size = 32
    if os.environ.get("DEBUG"):
        batch_size = 2

    root = "data"
    known = sorted(locals())
    root = os.path.join("data", "clips")

    steps = 1000
    steps += 500

    def rate(self):
        return 0.1

    rate = property(rate)
    names = [name for name in ("a", "b") if name]
    names = [*names, "c"]


DEFAULT_ROOT = "data"
DEFAULT_ROOT = os.environ.get("ROOT", DEFAULT_ROOT)
