import argparse

from settings import hp


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hp_file", default="hparams.py")
    args = parser.parse_args()
    if args.hp_file.endswith(".py"):
        hp.configure(args.hp_file)
    print(hp.ready, hp.sample_rate, hp.hop_length, hp.fft_bins)
    return hp.voc_lr, hp.mel_channels


main()
