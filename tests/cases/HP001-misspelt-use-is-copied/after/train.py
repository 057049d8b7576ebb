from hparams import hparams

for epoch in range(hparams.epochs):
    rate = hparams.learning_rate if epoch else hparams.learning_rate / 10
    step(rate, hparams.batch_size)
