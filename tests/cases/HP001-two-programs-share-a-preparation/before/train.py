import argparse

from folders import prepare

parser = argparse.ArgumentParser()
parser.add_argument("--log-folder", default="logs")
parser.add_argument("--train-port", type=int, default=80)
options = parser.parse_args()
prepare(options)
print(options.model_folder, options.train_port)
