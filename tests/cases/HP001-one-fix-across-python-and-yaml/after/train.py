from hparams import create_hparams

hparams = create_hparams()
print(hparams.warmup_steps, hparams.p_attention_dropout)
print("dropout" if "p_attention_dropout" in hparams.values() else "no dropout")
