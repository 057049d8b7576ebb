from hparams import create_hparams

hparams = create_hparams()
print(hparams.warmup_steps, hparams.attention_dropout)
print("dropout" if "attention_dropout" in hparams.values() else "no dropout")
