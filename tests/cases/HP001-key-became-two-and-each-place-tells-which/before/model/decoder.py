from hparams import hparams

print(hparams.width, hparams.dropout)
print("dropout" in {"dropout": 1})
