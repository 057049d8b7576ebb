from tools import HParams

hparams = HParams(
    layers=24,
    # stacks=[4, 2],  # for the large one
    channels=512,
)
# clip=1.0 is what the others use
