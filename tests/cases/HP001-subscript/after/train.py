from torch.nn.utils import clip_grad_norm_

from hparams import hparams


def step(model, optimizer):
    clip_grad_norm_(model.parameters(), hparams["grad_clip_thresh"])
    optimizer.step()


def chunk(wave):
    return wave[: hparams["segment_size"]]
