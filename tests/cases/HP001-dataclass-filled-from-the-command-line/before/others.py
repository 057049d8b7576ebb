import draccus
import jsonargparse
import pyrallis
import simple_parsing
import tyro
from omegaconf import OmegaConf

from arguments import ModelArguments, TrainArguments


@pyrallis.wrap()
def wrapped(cfg: TrainArguments):
    print(cfg.batchsize)


def others():
    print(tyro.cli(TrainArguments).learning_rats)
    print(pyrallis.parse(config_class=ModelArguments).use_caches)
    print(draccus.parse(ModelArguments).model_names)
    print(simple_parsing.parse(TrainArguments).batch_sized)
    print(jsonargparse.CLI(TrainArguments).learning_rated)
    print(OmegaConf.structured(TrainArguments()).batch_sizes)


def grouped():
    parser = simple_parsing.ArgumentParser()
    parser.add_arguments(TrainArguments, dest="train")
    parser.add_arguments(ModelArguments, "model")
    args = parser.parse_args()
    print(args.train.batch_sizing, args.model.use_cached)
