from yacs.config import CfgNode

cfg = CfgNode()
cfg.LR = 0.1
cfg.WEIGHT_DECAY = 1e-4
cfg.MOMENTUM = 0.9
