import yaml

from hparams import hparams

with open("presets/16k.yaml") as file:
    hparams.override_from_dict(yaml.safe_load(file))

print(hparams.num_mels, hparams.hop_size, hparams.win_size, hparams.sample_rate)
