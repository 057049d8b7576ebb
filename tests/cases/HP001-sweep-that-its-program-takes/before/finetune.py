from dataclasses import dataclass

from transformers import HfArgumentParser, TrainingArguments


@dataclass
class ModelArguments:
    hidden_size: int = 128
    dropout: float = 0.1
    pooling: str = "mean"


if __name__ == "__main__":
    model, training = HfArgumentParser((ModelArguments, TrainingArguments)).parse_args_into_dataclasses()
    build(model.hidden_size, model.dropout, model.pooling, training)
