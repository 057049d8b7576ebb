from config import Config, LooseConfig, OldConfig, OpenConfig
from networks import Network

print(OpenConfig(momentum=0.9).momentum, LooseConfig(momentum=0.9).momentum)
print(OldConfig(momentum=0.9).momentum)
config = Config(path="a.json", batch_size=3)
print(config.model_dump(), config.dict(), config.model_fields, config.copy().batch_size)
network = Network()
print(network.hidden_size, network.parameters(), network.device)
