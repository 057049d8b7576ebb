import tomli
from tools import upload

with open("conf/base.toml", "rb") as file:
    config = tomli.load(file)

if "ema" in config:
    average(config["ema"])
print(config["model"]["width"], config["model"].get("depht", 2), config["steps"])
for layer in config["layers"]:
    print(layer["size"], layer["kind"])
upload(config["optional"]["lr"] if "optional" in config else 0.1)
