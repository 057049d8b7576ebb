python train.py --hparams="width=3,depth=[1, 2],drop=$DROP" --lr 3
