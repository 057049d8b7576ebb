from hparams import create_hparams


def decayed(step, hparams):
    rate = hparams.learning_rate * 0.5 ** (step // hparams.warmup_steps)
    return max(rate, hparams.min_learning_rate)


if __name__ == "__main__":
    print(decayed(1000, create_hparams()))
