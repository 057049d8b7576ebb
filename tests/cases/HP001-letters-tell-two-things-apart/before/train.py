from hparams import hparams


def load(network, path):
    network.load(path, strict=getattr(hparams, "strict_load_d", True))


print(hparams.batch_size, hparams.strict_load_g, getattr(hparams, "learning_rate_d", 1e-4))
