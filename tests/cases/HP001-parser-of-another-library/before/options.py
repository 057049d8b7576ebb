import configargparse


def options():
    parser = configargparse.ArgumentParser(default_config_files=["base.yml"])
    parser.add("--dataset", default="adult")
    parser.add("--seed", type=int, default=1)
    return parser.parse_args()
