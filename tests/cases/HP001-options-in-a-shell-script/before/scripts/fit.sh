#!/bin/bash
# python tools/fit.py --warm_up 3
ROOT="$(dirname "$0")/.."
SCRIPT=tools/fit.py
COMMON="--weight-decay 0.1 --warmup_steps 5"
MORE=(
    --out "runs/$1"
    --gradient-clip 1.0
)
if [ "$FAST" ]; then
    MORE+=(--weight_decay=0)
fi

for seed in 1 2 3; do
    srun --gpus 2 -n1 python -u $SCRIPT $COMMON "${MORE[@]}" --out "$ROOT/$seed"
done

(cd tools && nohup python fit.py --warmup 5 \
    --decay 0.2 &> log &)
accelerate launch --mixed_precision fp16 -m tools.fit --weight-decay 2 --ou x | tee log
