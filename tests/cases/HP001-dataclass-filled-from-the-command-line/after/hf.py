import sys

from transformers import HfArgumentParser

from arguments import ModelArguments, TrainArguments


def main():
    parser = HfArgumentParser((ModelArguments, TrainArguments))
    if sys.argv[1].endswith(".json"):
        model_args, train_args = parser.parse_json_file(sys.argv[1])
    else:
        model_args, train_args = parser.parse_args_into_dataclasses()
    print(model_args.model_nam, train_args.batch_size, train_args.learning_rat)


def single():
    parser = HfArgumentParser(TrainArguments)
    args = parser.parse_args_into_dataclasses()[0]
    print(args.batch_sise)
