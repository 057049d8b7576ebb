for rate in 1 2; do
    python train.py --learning-rate $rate
    python train.py "--learning-rate=0.1" \
        --warmup 3
    # --learning-rate is what matters
done
