from hparams import hparams


def convert_states(states):
    return [each * hparams.dropout for each in states[: hparams.batch_size]]
