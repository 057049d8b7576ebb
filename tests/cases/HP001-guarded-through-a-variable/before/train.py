from hparams import hparams

HAS_SPEAKERS = hasattr(hparams, "n_speakers")


class Trainer:
    def __init__(self, hp):
        self.hp = hp
        self.has_mixing = "mixing_rate" in hp

    def run(self):
        if self.has_mixing:
            print(self.hp.mixing_rate)
        if HAS_SPEAKERS:
            print(hparams.n_speakers)


def run(hp):
    warmup = getattr(hp, "warmup_steps", None)
    if warmup is not None:
        print(hp.warmup_steps)
    may_trim = hasattr(hp, "trim_db") and hasattr(hp, "trim_hop")
    if not may_trim:
        return
    print(hp.trim_db, hp.trim_hop)
    while (power := getattr(hp, "power", 0)) > 1 or power:
        print(hp.batch_size)
    if floor := getattr(hp, "floor", None):
        print(floor, hp.floor)
    print(hp.ceiling if (has_ceiling := hasattr(hp, "ceiling")) else has_ceiling)


Trainer(hparams).run()
run(hparams)
print(hparams.sample_rate, hparams.hop_length)
