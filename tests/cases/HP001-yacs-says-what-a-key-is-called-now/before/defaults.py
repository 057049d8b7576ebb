from yacs.config import CfgNode as CN

_C = CN()
_C.SEED = 1
_C.SOLVER = CN()
_C.SOLVER.IMS_PER_STEP = 16
_C.SOLVER.MOMENTUM = 0.9
_C.register_renamed_key("SOLVER.CROWD", "SOLVER.IMS_PER_STEP", message="since 2.0")
_C.register_renamed_key("RANDOM", "MISC.SEED")
