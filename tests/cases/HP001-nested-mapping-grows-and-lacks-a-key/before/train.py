import yaml

with open("default.yaml") as file:
    config = yaml.safe_load(file)
config["model"] |= {"vocabulary": 512}
config["model"].update(heads=8)
model = config["model"]
print(model["vocabulary"], model["heads"], model["width"], model["dropuot"])
tested = config | {"fold": 3}
print(tested["fold"], tested["batch_sise"])
