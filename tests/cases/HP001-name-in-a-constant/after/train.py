from hparams import hparams
from names import WARMUP, Stop

SIZE = "batch_size"


def schedule(step):
    return min(1.0, step / getattr(hparams, WARMUP))


def stops(gate):
    return gate > hparams[Stop.THRESHOLD.value]


print(hparams[SIZE])
