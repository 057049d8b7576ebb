def register(hparams):
    hparams.add_hparam("longest_example", 512)
