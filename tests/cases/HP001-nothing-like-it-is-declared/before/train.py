from hparams import hparams

steps = hparams.total_tokens // hparams.batch_size
print(steps, hparams.learning_rate)
