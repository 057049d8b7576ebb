from ml_collections import ConfigDict

config = ConfigDict()
config.epochs = 30
config.generator = ConfigDict()
config.generator.depth = 8
config.generator.width = 512
config.critic = ConfigDict()
config.critic.depth = 4
config.critic.width = 256
