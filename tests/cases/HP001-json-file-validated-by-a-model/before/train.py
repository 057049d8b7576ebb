import json5

from settings import Settings

with open("run.json") as file:
    settings = Settings.model_validate(json5.load(file))
print(settings.epochs, settings.batch_size, settings.model.hidden_size, settings.model.dropout)
print(settings.model.layers)
