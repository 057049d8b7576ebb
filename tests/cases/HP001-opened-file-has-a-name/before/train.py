import yaml

from test import test

with open("data.yaml") as file:
    data = yaml.safe_load(file)
print(data["nc"], data["train"])
test(data)
