from hparams import hparams

optimizer = Adam(model.parameters(), lr=hparams.learning)
for epoch in range(hparams.epochs):
    net = Layer(hidden=hparams.wide)
    out = Layer(dim=hparams.wide)
