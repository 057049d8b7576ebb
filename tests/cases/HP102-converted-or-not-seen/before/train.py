import yaml
from trainer import Trainer

with open("config.yaml") as file:
    config = yaml.safe_load(file)

rate = float(config["learning_rate"]) * 0.5
print(config["learning_rate"] * 2, "run " + config["tag"])
trainer = Trainer(rate, floor=config["floor"], *config["clip"])
for epoch in range(config["epochs"]):
    trainer.step()
