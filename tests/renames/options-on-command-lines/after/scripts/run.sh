for rate in 1 2; do
    python train.py --base-rate $rate
    python train.py "--base-rate=0.1" \
        --warmup 3
    # --learning-rate is what matters
done
