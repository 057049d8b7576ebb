from hparams import hparams

DROPOUTS = ['p_attention_dropout', 'dropout_rate', 'postnet_dropout_rate']


def limited(ceiling):
    values = hparams.values()
    return {name: min(values[name], ceiling) for name in DROPOUTS}
