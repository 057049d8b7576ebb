from torch.distributions import Beta

from hparams import hparams

mix = Beta(hparams.mixup_alpha, hparams.mixup_alpha).sample([hparams.batch_size])
