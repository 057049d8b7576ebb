from hparams import hparams

optimizer = Adam(model.parameters(), lr=hparams.lr)
for epoch in range(hparams.epochs):
    net = Layer(hidden=hparams.wide)
    out = Layer(dim=hparams.wide)
