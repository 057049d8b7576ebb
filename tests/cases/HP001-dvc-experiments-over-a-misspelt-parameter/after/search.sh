#!/bin/sh
for rate in 0.1 0.01; do
  dvc exp run --queue -S "train.learning_rate=$rate" -S train.epochs=20,many
done
dvc exp run --set-param=params.yaml:seed=7 -n again
