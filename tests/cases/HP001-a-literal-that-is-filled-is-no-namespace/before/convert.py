import configparser


def convert(model, path):
    config = configparser.ConfigParser()
    config["gpt"] = {}
    config["gpt"]["head_num"] = str(model["n_heads"])
    config["gpt"]["size_per_head"] = str(model["d_model"])
    config["gpt"]["vocab_size"] = str(model["vocab_size"])
    config["gpt"]["num_layer"] = str(model["n_layers"])
    config["gpt"]["weight_data_type"] = model["dtype"]
    with open(path, "w") as stream:
        config.write(stream)
