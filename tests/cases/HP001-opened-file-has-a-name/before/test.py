import argparse
from pathlib import Path

import yaml


def test(data, plots=True, folder=Path("runs")):
    if isinstance(data, str):
        with open(data) as f:
            data = yaml.load(f, Loader=yaml.SafeLoader)
    print(data["nc"], data["names"], data["trains"])
    if plots:
        return [(str(f), f.name) for f in sorted(folder.glob("test*.jpg"))]


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", default="data.yaml")
    opt = parser.parse_args()
    test(opt.data)
