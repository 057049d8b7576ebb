from hparams import hparams


def validation_set():
    if "validation_files" in hparams:
        return open(hparams.validation_files).read().split()
    return []


def root():
    return hparams.dataset_path
