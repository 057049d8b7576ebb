python train.py optim.learning_rate=0.2 model.depth=3
