from hparams import hparams

hparams.parse("batch_size=8,learning_rate=0.01")
print(hparams.batch_size, hparams.learning_rate)
