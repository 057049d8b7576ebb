class TrainingSettings:
    momentum = 0.9
    batch_size = 32
    epochs = 500
    momentum = 0.99
