from tensorflow.contrib.training import HParams


def merged(one, other):
    values = one.values()
    values.update(other.values())
    return HParams(**values)
