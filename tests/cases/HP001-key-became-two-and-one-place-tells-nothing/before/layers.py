from hparams import hparams


class KeyValueStore:
    size = hparams.width // hparams.heads


class ValueTable:
    size = hparams.width // hparams.heads
