from hparams import hparams

for epoch in range(hparams.epochs):
    rate = hparams.lerning_rate if epoch else hparams.lerning_rate / 10
    step(rate, hparams.batch_size)
