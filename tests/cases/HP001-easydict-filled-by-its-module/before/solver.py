from config import cfg


def rate(step):
    passed = sum(step > each for each in cfg.TRAIN.STEP_SIZE)
    return cfg.TRAIN.LEARNING_RATE * 0.1**passed, cfg.TRAIN.MOMENTUM


def scales():
    return cfg.TEST.SCALES if cfg.TEST.HAS_RPN else ()
