from yacs.config import CfgNode as CN

_C = CN(new_allowed=True)
_C.SEED = 1
_C.MODEL = CN(new_allowed=True)
_C.MODEL.DEPTH = 50

cfg = CN()
cfg.RATE = 0.1
cfg.STEPS = 100
cfg.HEAD = CN()
cfg.HEAD.WIDTH = 64


def with_head(node):
    node.HEAD.POOL = "avg"
    node.HEAD.DROP = 0.1
