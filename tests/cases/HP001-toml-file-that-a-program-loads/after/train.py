import tomllib

with open("settings.toml", "rb") as file:
    settings = tomllib.load(file)

model = build(settings["model"]["hidden_sise"], settings["model"]["dropout"])
fit(
    model,
    settings["optimizer"]["learning_rate"],
    settings["optimizer"]["schedule"]["warmup"],
    settings["epochs"],
    settings["seed"],
)
