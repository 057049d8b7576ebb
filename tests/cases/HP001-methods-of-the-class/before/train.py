from hparams import hparams

hparams.parse("batch_size=8")
hparams.set_hparam("key_dim", 32)
hparams.override_from_dict({"value": 2.0})
for name, value in sorted(hparams.values().items()):
    print(name, value)
print(hparams.to_json(), hparams.__dict__, hparams.get("key_dim"))
