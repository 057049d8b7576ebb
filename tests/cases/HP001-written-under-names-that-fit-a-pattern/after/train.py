from hparams import hparams

for kind, width in (("encoder", 512), ("decoder", 1024)):
    setattr(hparams, f"{kind}_width", width)

print(hparams.encoder_width, hparams.decoder_width, hparams.learning_rate)
for kind in input().split():
    print(getattr(hparams, kind + "_size"))
