from dataclasses import dataclass

from transformers import HfArgumentParser


@dataclass
class Arguments:
    num_layers: int = 2
    use_cache: bool = True


(arguments,) = HfArgumentParser(Arguments).parse_args_into_dataclasses()
print(arguments.num_layers, arguments.use_cache)
