from hparams import hparams

net = Net(hparams.layers, hparams.stacks, hparams.channels, hparams.kernel)
net.upsample(hparams.upsample_scales)
