from dataclasses import dataclass

import tyro
from transformers import HfArgumentParser, TrainingArguments


@dataclass
class ModelArguments:
    model_name: str = "base"
    use_cache: bool = True


@dataclass
class LongArguments(TrainingArguments):
    context: int = 2048


def first():
    parser = HfArgumentParser((ModelArguments, LongArguments))
    args = parser.parse_args_into_dataclasses()
    model_args, train_args, rest = parser.parse_args_into_dataclasses(return_remaining_strings=True)
    print(args[1].context, model_args.model_name, train_args.learning_rate, rest)


def train(steps: int = 3):
    return steps


print(tyro.cli(train).real)
