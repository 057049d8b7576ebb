python train.py optim.learning_rat=0.2 model.depth=3
