from hparams import hparams

print(hparams.batch_size, hparams.smoothing)
OLD = getattr(hparams, "smoothing", None)  # hpfix: ignore[HP001] checkpoints before 2020
