from hparams import hparams


def load(hp):
    if hp.get("pack_examples", False):
        print(hp.longest_example)
    return hp.batch_size, hp.hidden_size


load(hparams)
