from hyperparams import Hyperparams as hp

for epoch in range(hp.E):
    for batch in batches(hp.B):
        learn(batch, hp.r)
