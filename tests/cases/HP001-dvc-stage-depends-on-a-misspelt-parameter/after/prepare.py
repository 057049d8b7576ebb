import yaml

with open("params.yaml") as file:
    params = yaml.safe_load(file)["prepare"]
divide(params["seed"], params["split"])
