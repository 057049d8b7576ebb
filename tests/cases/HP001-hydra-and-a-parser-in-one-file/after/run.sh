python both.py epochs=4
python both.py --hidden-dim 3
