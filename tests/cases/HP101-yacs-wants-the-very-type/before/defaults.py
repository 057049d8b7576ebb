from yacs.config import CfgNode as CN

_C = CN()
_C.SEED = 1
_C.NAME = ""
_C.RESUME = None

_C.SOLVER = CN()
_C.SOLVER.BASE_LR = 0.1
_C.SOLVER.GAMMA = 0.5
_C.SOLVER.STEPS = (30, 60)
_C.SOLVER.MAX_ITER = 90000


def get_cfg_defaults():
    return _C.clone()
