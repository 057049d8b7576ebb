from hparams import hparams


def load(hp):
    if hp.get("pack_examples", False):
        print(hp.longest_example)
    if getattr(hp, "trim", None) and hp.trim_above > 60:
        print(hp.trim_below)
    return hp.batch_size, hp.shuffle_buffer, hp.hidden_size


load(hparams)
