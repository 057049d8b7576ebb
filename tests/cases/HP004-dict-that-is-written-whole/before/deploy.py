import json


def configure(version):
    config = {"version": version, "region": "north", "cluster": "a", "machine": "large"}
    config["machines"] = config["machine"]
    with open("values.json", "w") as stream:
        json.dump(config, stream)
    return config["region"], config["cluster"]
