from hparams import hparams

hparams.override_from_dict({"speaker_count": 2})
print(hparams.learning_rate, hparams.hop_length, hparams.speaker_count)
