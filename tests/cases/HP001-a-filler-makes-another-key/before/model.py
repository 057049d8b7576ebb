from hparams import hparams

size = hparams.head_dim * hparams.batch_size
table = hparams.vocab_size
if hparams.use_dropout:
    print(size, table)
