from hparams import hparams

print("скорость обучения не ниже", hparams.min_learning_rate)  # было 1e-5
print("эпох", hparams.epochs, "скорость", hparams.learning_rate)
