from tensorflow.contrib.training import HParams


def create_hparams():
    return HParams(
        encoder_embedding_dim=512,
        attention_dim=128,
        attention_rnn_dim=1024,
    )
