import nni

params = nni.get_next_parameter()
sizes = [params[f"layer{number}"] for number in range(2)]
fit(Network(sizes), params["rate"], params.get("momentum", 0.9))
