import torch.multiprocessing as mp
from settings import get_hparams


def main():
    hps = get_hparams()
    mp.spawn(run, nprocs=2, args=(2, hps))


def run(rank, count, hps):
    print(rank, count, hps.train.batch_size, hps.data.sampling_rate)
    frames = hps.train.segment_size // hps.data.hop_lenght
    return frames, hps.train.learning_rate


main()
