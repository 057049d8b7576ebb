from hparams import hparams

optimizer = Adam(model.parameters(), lr=hparams.pace, weight_decay=hparams.decay)
for epoch in range(hparams.epochs):
    learn(optimizer, hparams.pace)
