from hparams import hparams

SEPARATORS = " "


def clipped(tokens):
    return [token % hparams.vocab_size for token in tokens[: hparams.max_positions]]
