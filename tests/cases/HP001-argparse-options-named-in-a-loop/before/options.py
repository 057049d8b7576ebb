import argparse

MODEL = dict(hidden_size=256, num_layers=4)
DEFAULTS = {"learning-rate": 1e-3, "batch_size": 16, **MODEL}


def add_options(parser, defaults):
    for name, value in defaults.items():
        parser.add_argument(f"--{name}", type=type(value), default=value)


def create_parser():
    parser = argparse.ArgumentParser()
    defaults = dict(seed=1)
    defaults.update(DEFAULTS)
    defaults["device"] = "cpu"
    add_options(parser, defaults)
    for part in ("encoder", "decoder"):
        parser.add_argument("--" + part + "-dropout", type=float, default=0.1)
    return parser
