from settings import Settings as hp


def frames(batch):
    mels = zeros(batch, hp.T, float32)
    text = ones(hp.N, hp.r, bool8)
    mask = ones(batch, hp.T, bool8)
    gaps = full(batch, hp.T, nan32)
    return mels, text, mask, gaps
