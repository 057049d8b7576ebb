import sys

import yaml


def merge(base, other):
    for key, value in other.items():
        if isinstance(value, dict):
            merge(base[key], value)
        else:
            base[key] = value


cfg = yaml.safe_load(open("default.yaml"))
merge(cfg, yaml.safe_load(open(sys.argv[1])))
print(cfg["lr"], cfg["model"]["width"], cfg["model"]["depth"], cfg["model"]["dropout"])
