from hparams import hparams

print(hparams.batch_size)
print(hparams.max_lr)
print(hparams.len)
print("the chances")
print(hparams.p_zoneout)
print(hparams.p_masking)
