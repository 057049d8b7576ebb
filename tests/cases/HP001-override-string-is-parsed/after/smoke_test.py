from hparams import create_hparams

hparams = create_hparams()
hparams.parse("batch_size=2,layer_sizes=[8,8], num_layers=1")
assert hparams.hidden_size == 512
