from hparams import hparams

print(hparams.batch_size)
print(hparams.lr)
print(hparams.len)
print("the chances")
print(hparams.zoneout)
print(hparams.masking)
