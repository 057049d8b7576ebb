from dataclasses import dataclass, field

from transformers import HfArgumentParser, TrainingArguments


@dataclass
class ModelArguments:
    width: int = 64
    use_cache: bool = True


model, train = HfArgumentParser((ModelArguments, TrainingArguments)).parse_args_into_dataclasses()
print(model.width, model.use_cache)
