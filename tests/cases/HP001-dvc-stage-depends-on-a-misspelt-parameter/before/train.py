import yaml

with open("params.yaml") as file:
    params = yaml.safe_load(file)["train"]
fit(params["epochs"], params["learning_rate"])
