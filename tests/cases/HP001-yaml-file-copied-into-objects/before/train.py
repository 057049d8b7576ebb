from settings import Asked, Copied, HParam

copied = Copied("config.yaml")
print(copied.widht, copied.optimizer["name"])

asked = Asked("config.yaml")
print(asked.dropuot, asked.optimizer["name"])

hp = HParam("config.yaml")
print(hp.optimizer.weigth_decay, hp.optimizer.name)
