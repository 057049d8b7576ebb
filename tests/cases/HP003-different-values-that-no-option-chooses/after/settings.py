class TrainingSettings:
    batch_size = 32
    epochs = 500
    momentum = 0.99
