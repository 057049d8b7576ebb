python train.py model.resume=2 model.heads=3
