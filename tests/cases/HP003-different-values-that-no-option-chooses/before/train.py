from settings import TrainingSettings

print(TrainingSettings.momentum, TrainingSettings.batch_size, TrainingSettings.epochs)
