import yaml

with open("params.yaml") as file:
    params = yaml.safe_load(file)
fit(params["seed"], params["train"]["learning_rate"], params["train"]["epochs"])
