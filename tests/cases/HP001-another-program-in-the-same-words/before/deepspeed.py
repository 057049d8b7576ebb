import json

with open("ds_config.json") as file:
    optimizer = json.load(file)["optimizer"]["params"]

for name in ("learning_rate", "weight_decay", "momentum", "warmup"):
    print(name, optimizer[name])
