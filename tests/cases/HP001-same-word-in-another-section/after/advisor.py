import yaml

with open("config.yaml") as file:
    actions = yaml.safe_load(file)["actions"]

step = actions["attention_failure"]["attention_dropout"]
