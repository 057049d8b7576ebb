#!/bin/sh
python ./main.py +lr=3
