from omegaconf import OmegaConf

plugin = OmegaConf.load("config.yaml")
plugin.set_policy("wrap")
print(plugin.policy, plugin.offload, plugin.shards)
