python train.py --hparams="width=3,layers=[1, 2],drop=$DROP" --lr 3
