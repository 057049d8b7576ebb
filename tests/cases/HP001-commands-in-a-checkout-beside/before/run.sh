#!/bin/bash
pushd ../elsewhere
python train.py --lr 0.1 --epochs 3 --layers 4
popd
