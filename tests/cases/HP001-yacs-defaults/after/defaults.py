from yacs.config import CfgNode as CN

_C = CN()
_C.SEED = 1

_C.SOLVER = CN()
_C.SOLVER.BASE_LR = 0.1
_C.SOLVER.STEPS = (30, 60)
_C.SOLVER.WARMUP = CN()
_C.SOLVER.WARMUP.FACTOR = 0.001

_C.DATA = CN(new_allowed=True)
_C.DATA.ROOT = "data"


def get_cfg_defaults():
    return _C.clone()
