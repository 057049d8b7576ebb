from ml_collections import ConfigDict

config = ConfigDict()
config.width = 128
config.depth = 4

SHOWN = ["width", "warmth"]
for name in SHOWN:
    print(name, config[name])
for name in {"grain"}:
    print(name, config[name])
print(config.depth, config.vigour)
