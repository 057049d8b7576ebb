from settings import Settings as hp


def speak(batch):
    spec = zeros(batch, hp.Ty, float32)
    kept = ones(batch, hp.Ty, bool8)
    rest = full(batch, hp.Ty, nan32)
    return spec, kept, rest
