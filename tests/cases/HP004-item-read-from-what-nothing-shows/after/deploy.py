def configure(version):
    config = {"version": version, "region": "north", "cluster": "a", "machine": "large"}
    config["versions"] = config["version"].replace(".", "-")
    config["machine"] = config["machine"]
    return config["region"], config["cluster"]


def name_of(values):
    return values.get("cluster_id"), values.get("versions")
