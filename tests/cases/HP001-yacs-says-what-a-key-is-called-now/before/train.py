from defaults import _C as cfg

cfg.merge_from_file("run.yaml")
print(cfg.SEED, cfg.SOLVER.MOMENTUM, cfg.SOLVER.IMS_PER_STEP)
