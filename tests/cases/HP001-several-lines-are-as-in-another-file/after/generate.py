from settings import Settings as hp


def speak(batch):
    spec = zeros(batch, hp.T, float32)
    kept = ones(batch, hp.T, bool8)
    rest = full(batch, hp.T, nan32)
    return spec, kept, rest
