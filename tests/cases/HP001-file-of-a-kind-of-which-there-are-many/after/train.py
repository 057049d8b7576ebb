import yaml

with open("conf/small.yaml") as file:
    config = yaml.safe_load(file)
print(config["num_mels"], config["sampling_rate"], config["model_type"])
