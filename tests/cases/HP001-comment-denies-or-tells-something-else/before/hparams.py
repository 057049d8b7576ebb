from tools import HParams

hparams = HParams(
    batch_size=32,
    warmup=3,  # not renamed from decay
    loss="l1",  # the metric was accuracy
    use_adamw=True,  # вместо use_sgd
)
