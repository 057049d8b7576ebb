python train.py +lr 0.1 ++batch-size 4 --epochs 3 -v
