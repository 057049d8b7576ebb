from hparams import hparams

print(hparams.batch_size, hparams.hidden_size, hparams.learning_rate, hparams.dropout_rate)
