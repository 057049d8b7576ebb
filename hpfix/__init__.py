"""hpfix keeps the names of hyperparameters in agreement."""
