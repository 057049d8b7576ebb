from diffusers import UNet2DConditionModel


def create_config(params):
    config = {
        "in_channels": params["in_channels"],
        "block_out_channels": params["channel_mult"],
        "layers_per_block": params["num_res_blocks"],
    }
    if "hint_channels" not in params:
        config["out_channels"] = params["out_channels"]
    return config


def convert(params, checkpoint):
    config = create_config(params)
    layers = config["layers_per_block"]
    print(config["block_out_channels"], config["in_channels"])
    return UNet2DConditionModel(**config), {name: checkpoint[name] for name in range(layers)}
