from settings import Asked, Copied, HParam

copied = Copied("config.yaml")
print(copied.width, copied.optimizer["name"])

asked = Asked("config.yaml")
print(asked.dropout, asked.optimizer["name"])

hp = HParam("config.yaml")
print(hp.optimizer.weight_decay, hp.optimizer.name)
