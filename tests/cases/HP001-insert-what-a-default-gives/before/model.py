from hparams import hparams

net = Net(hparams.layers, hparams.channels)
if getattr(hparams, "warmup", 100) > 0:
    net.warm_up(hparams.warmup)
print(getattr(hparams, "seed", None), hparams.seed, getattr(hparams, "depth", net.depth), hparams.depth)
