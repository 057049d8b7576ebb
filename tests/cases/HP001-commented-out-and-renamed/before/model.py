from hparams import hparams

net = Net(hparams.stacks, hparams.batch_size)
