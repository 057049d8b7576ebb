from hparams import hparams

for name in (
    "batch_size",
    "attention_location_"
    "kernal_size",
):
    print(name, getattr(hparams, name))
