from hparams import hparams

print(hparams.describe(), hparams.frame_seconds, hparams.version, hparams.source)
print(hparams.to_json(), dict(hparams.items()), hparams.batch_size)
