from hparams import hparams

hparams.set_hparam("disc_wt", 0.07)
hparams.set_hparam("syncnet_wt", 0.03)
print(hparams.disc_wt, hparams.syncnet_wt, hparams.batch_size, hparams.hop_size)
