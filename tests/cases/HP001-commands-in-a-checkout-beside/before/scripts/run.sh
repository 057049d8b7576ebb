#!/bin/bash
(cd ../../elsewhere && python train.py --lr 0.1 --epochs 3 --layers 4)
cd ..
python train.py --lr 0.1 --epochs 3 --width 4
