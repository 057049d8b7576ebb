LAYERS=4
python train.py --layers $LAYERS --rate 0,1 --widths 32 64 --amp data/train
python train.py --layers=1_000 data/2024 --optimizer sgd
