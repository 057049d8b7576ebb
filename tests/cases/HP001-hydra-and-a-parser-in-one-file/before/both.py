import argparse
import sys

import hydra


@hydra.main(config_path="conf", config_name="config", version_base=None)
def main(cfg):
    print(cfg.epochs)


def export():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hidden-dim", type=int, default=64)
    args = parser.parse_args()
    print(args.hidden_dim)


if __name__ == "__main__":
    if "--hidden-dim" in sys.argv:
        export()
    else:
        main()
