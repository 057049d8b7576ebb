from yacs.config import CfgNode as Node

_C = Node()
_C.SEED = 1
_C.SOLVER = Node()
_C.SOLVER.BASE_LR = 0.1
_C.SOLVER.WARMUP_STEPS = 500
_C.SOLVER.MOMENTUM = 0.9
_C.DATA = Node(new_allowed=True)
_C.DATA.ROOT = "data"


def defaults():
    return _C.clone()
