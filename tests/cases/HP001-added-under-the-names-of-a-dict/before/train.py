from hparams import large

hparams = large()
print(hparams.longest_example, hparams.trim_above, hparams.clip_norm, hparams.seed)
print(hparams.batch_size, hparams.learning_rate, hparams.hidden_size, hparams.cilp_norm)
