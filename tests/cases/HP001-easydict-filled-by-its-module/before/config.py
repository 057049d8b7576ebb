from easydict import EasyDict as edict

__C = edict()
cfg = __C

__C.TRAIN = edict()
__C.TRAIN.LEARNING_RATE = 0.001
__C.TRAIN.MOMENTUM = 0.9
__C.TRAIN.STEPSIZE = [30000]

__C.TEST = edict()
__C.TEST.SCALES = (600,)
__C.TEST.HAS_RPN = True
