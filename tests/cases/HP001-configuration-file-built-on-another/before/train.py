import yaml

with open("configs/singing.yaml") as file:
    hparams = yaml.safe_load(file)

print(hparams["max_udpates"], hparams["residual_layers"])
print(hparams["audio"]["sample_rate"], hparams["audio"]["fmax"], hparams["audio"]["hop_size"])
