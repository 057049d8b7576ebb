python train.py --layers 2.0 --rate 1e-4 --optimizer adamw
python train.py --layers 4 --amp=True
