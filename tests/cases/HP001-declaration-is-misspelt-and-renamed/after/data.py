import yaml

with open("data.yaml") as file:
    config = yaml.safe_load(file)


def loader(dataset):
    pool = start(config["num_workers"]) if config["num_workers"] else None
    return batches(dataset, config["batch_size"], config["shuffle"], pool)
