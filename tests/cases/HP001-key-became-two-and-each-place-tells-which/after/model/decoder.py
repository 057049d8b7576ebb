from hparams import hparams

print(hparams.width, hparams.decoder_dropout)
print("dropout" in {"dropout": 1})
