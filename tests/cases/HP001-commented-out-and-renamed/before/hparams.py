from tools import HParams

hparams = HParams(
    batch_size=32,
    # stacks=4,
    layer_stacks=4,  # renamed from stacks
)
