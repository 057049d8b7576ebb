import torch
from omegaconf import OmegaConf

config = OmegaConf.load("config.yaml")
model = torch.nn.Linear(8, 1)
optimizer = torch.optim.Adam(model.parameters(), lr=config.learning_rate)
for epoch in range(config.epochs):
    optimizer.step()
