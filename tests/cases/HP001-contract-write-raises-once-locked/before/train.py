from hparams import hparams

hparams.lock()
print(hparams.speaker_count, hparams.seconds_per_frame, hparams.batch_size)
