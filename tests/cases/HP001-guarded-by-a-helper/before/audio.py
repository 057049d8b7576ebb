from hparams import hparams


def setting(name, otherwise):
    return getattr(hparams, name, otherwise)


hop_size = setting("hop_size", 200)
power = setting("power", 1.5)
print(hparams.sample_rate, hparams.num_freq)
