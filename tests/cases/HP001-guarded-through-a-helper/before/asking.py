def has(hp, name):
    return hasattr(hp, name) and getattr(hp, name) is not None


def is_given(name, hp):
    return name in hp


def get(hp, name, default=None):
    return getattr(hp, name, default)
