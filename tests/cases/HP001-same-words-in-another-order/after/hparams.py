from tools import HParams


def create_hparams():
    return HParams(
        step_decay=1000,
        rate_warmup=0.25,
        window_hop_size=256,
        batch_size=8,
    )
