import yaml

with open("config.yaml") as stream:
    config = yaml.safe_load(stream)
if config.get("dynamic_batching", False) or config.get("train_dynamic_batching", False):
    print("batches of any size")
print(config["sample_rate"], config["batch_size"])
