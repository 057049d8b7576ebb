from ml_collections import ConfigDict

config = ConfigDict()
config.epochs = 30
config.batch_size = 16
config.optimizer = ConfigDict()
config.optimizer.momentum = 0.9
config.optimizer.kind = "sgd"
