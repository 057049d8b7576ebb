from hparams import hparams


def validation_set():
    if "val_files" in hparams:
        return open(hparams.val_files).read().split()
    return []


def root():
    return hparams.dataset_path
