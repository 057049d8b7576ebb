CONFIG = {
    "model": {"hidden_size": 256, "n_layers": 4, "n_heads": 2},
    "train": {"epochs": 10, "warmup": 100, "accumulate": 1},
    "name": "base",
}
