from hparams import hparams

net = Net(hparams.layers, hparams.stacks, hparams.channels)
net.clip(hparams.clip)
