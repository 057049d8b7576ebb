"""Keys that another function or another file gives count as given."""

from ml_collections import ConfigDict
from yacs.config import CfgNode as CN

_C = CN()
_C.MODEL = CN()
_C.MODEL.NAME = "resnet"
_C.MODEL.DEPTH = 50


def get_cfg():
    return _C.clone()


def add_head(cfg):
    cfg.MODEL.HEAD = CN()
    cfg.MODEL.HEAD.WIDTH = 256
    cfg.MODEL.HEAD.POOL = "avg"


def get_config(kind):
    config = ConfigDict()
    if kind == "mlp":
        config.model = ConfigDict()
        config.model.hidden = 128
        config.model.layers = 2
    else:
        config.model = cnn()
    with_data(config)
    return config


def cnn():
    config = ConfigDict()
    config.channels = 64
    config.kernel = 3
    return config


def with_data(config):
    config.data = ConfigDict()
    config.data.batch = 32
    config.data.shuffle = True
    config.update({"seed": 3})
