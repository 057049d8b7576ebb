from hparams import hparams

net = Net(hparams.layer_stacks, hparams.batch_size)
