from config import config

LOGGED = ["epochs", "batch_size", "momentum"]
for name in LOGGED:
    print(name, config[name])
print(config.optimizer.kind, config.optimizer.get("momentum"), config["optimizer"]["momentum"])
