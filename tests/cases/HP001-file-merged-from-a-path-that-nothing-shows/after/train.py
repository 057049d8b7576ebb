import sys

from defaults import defaults
from heads import add_pooling

cfg = defaults()
add_pooling(cfg)
cfg.merge_from_file(sys.argv[1])
print(cfg.SEED, cfg.SOLVER.BASE_LR, cfg.SOLVER.MOMENTUM, cfg.SOLVER.WARMUP_STEPS, cfg.DATA)
