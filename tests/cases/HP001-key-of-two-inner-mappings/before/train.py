from config import config

print(config.epochs, config.generator.width, config.critic.width, config.depth)
