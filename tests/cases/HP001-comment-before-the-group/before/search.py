from hparams import hparams

DROPOUTS = ['attention_dropout', 'prenet_dropout', 'postnet_dropout']


def limited(ceiling):
    values = hparams.values()
    return {name: min(values[name], ceiling) for name in DROPOUTS}
