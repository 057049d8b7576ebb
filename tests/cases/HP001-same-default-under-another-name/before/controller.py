from hparams import create_hparams


def boost(hparams):
    weight = hparams.get("guided_attention_weight", 1.0)
    return hparams.batch_size, hparams.learning_rate, 1.5 * weight


boost(create_hparams())
