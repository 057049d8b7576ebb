from hparams import hparams

print("скорость обучения не ниже", hparams.learning_rate_min)  # было 1e-5
print("эпох", hparams.epochs, "скорость", hparams.learning_rate)
