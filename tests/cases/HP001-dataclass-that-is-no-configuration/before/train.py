from batch import Batch


def step(batch: Batch):
    return batch.token, batch.lengths


step(Batch(tokens=[1], lengths=[1]))
