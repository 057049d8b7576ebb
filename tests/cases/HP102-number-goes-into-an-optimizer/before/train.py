import torch
import yaml

with open("config.yaml") as file:
    config = yaml.safe_load(file)

model = torch.nn.Linear(8, 1)
optimizer = torch.optim.Adam(
    model.parameters(),
    lr=config["learning_rate"],
    weight_decay=float(config["weight_decay"]),
)
for epoch in range(config["epochs"]):
    optimizer.step(epoch / config["decay"])
