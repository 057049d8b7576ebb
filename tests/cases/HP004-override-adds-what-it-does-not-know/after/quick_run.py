from hparams import hparams

hparams.parse("batch_size=4,speaker_count=2")
print(hparams.learning_rate, hparams.hop_length, hparams.speaker_count)
