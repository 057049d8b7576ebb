import argparse
import json


class HParams:
    def __init__(self, **kwargs):
        for key, value in kwargs.items():
            if isinstance(value, dict):
                value = HParams(**value)
            self[key] = value

    def __setitem__(self, key, value):
        setattr(self, key, value)


def get_hparams():
    parser = argparse.ArgumentParser()
    parser.add_argument("-c", "--config", default="./configs/base.json")
    args = parser.parse_args()
    with open(args.config) as file:
        text = file.read()
    return HParams(**json.loads(text))
