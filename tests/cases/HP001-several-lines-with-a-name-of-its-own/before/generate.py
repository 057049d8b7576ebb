from settings import Settings as hp


def speak(batch):
    spec = zeros(batch, hp.frames, float32)
    kept = ones(batch, hp.frames, bool8)
    rest = full(batch, hp.frames, nan32)
    return spec, kept, rest
