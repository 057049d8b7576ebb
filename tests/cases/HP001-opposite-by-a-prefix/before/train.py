from hparams import hparams

print(hparams.batch_size)
cells = hparams.bidirectional
noise = hparams.unvoiced_weight
ends = hparams.exclude_eos
trained = hparams.unfreeze_encoder
filtered = hparams.preemphasys
