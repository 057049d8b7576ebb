from hparams import create_hparams

hparams = None


def setup():
    global hparams
    hparams = create_hparams()


def scheduler():
    hp = hparams

    def rate(step, scale=lambda x: x * hp.wieght_decay):
        return hp.lerning_rate * scale(step)

    return rate
