from hparams import hparams

OPTIONAL = ["layer_norm", "residual"]


def options():
    values = hparams.values()
    chosen = {name: values[name] for name in OPTIONAL if name in values}
    if "weight_norm" in hparams and hparams.weight_norm:
        chosen["weight_norm"] = True
    return chosen, hparams.rnn_dim, hparams.zoneout
