from hparams import hparams


def name_of(file):
    return file.name


print(hparams.batch_size, hparams.epochs)
