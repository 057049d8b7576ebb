from config.hparams import hparams
