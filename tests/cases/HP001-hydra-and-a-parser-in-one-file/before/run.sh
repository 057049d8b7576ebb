python both.py epochs=4
python both.py --hiddendim 3
