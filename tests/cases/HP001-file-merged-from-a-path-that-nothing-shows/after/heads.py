from yacs.config import CfgNode


def add_pooling(cfg):
    cfg.HEAD = CfgNode()
    cfg.HEAD.POOL = "max"


def add_margin(node):
    node.SOLVER.MARGIN = 0.5
