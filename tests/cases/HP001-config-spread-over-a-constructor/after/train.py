import yaml

from encoder import Encoder, make_schedule


def build(options):
    return Encoder(**options)


def main():
    with open("config.yaml") as stream:
        config = yaml.safe_load(stream)
    model = build(config["encoder"])
    schedule = make_schedule(**config["optimizer"])
    return model, schedule


if __name__ == "__main__":
    main()
