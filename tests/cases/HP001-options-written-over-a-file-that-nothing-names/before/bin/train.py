import argparse
import os

import yaml


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--outdir", required=True)
    parser.add_argument("--config", required=True)
    args = parser.parse_args()
    with open(args.config) as file:
        config = yaml.safe_load(file)
    config.update(vars(args))
    print(config["batch_size"], config["num_workers"], config["hop_size"], config["fft_size"])
    print(config["num_mels"], config["sampling_rate"], config["model_type"], config["pin_memory"])
    print(config["fmin"], config["fmax"], config["num_worker"])
    os.makedirs(config["outdir"])


if __name__ == "__main__":
    main()
