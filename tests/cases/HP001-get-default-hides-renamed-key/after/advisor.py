from hparams import hparams


def dropout_after(overfitting):
    dropout = hparams.get("p_attention_dropout", 0.1)
    return dropout + 0.05 if overfitting else dropout
