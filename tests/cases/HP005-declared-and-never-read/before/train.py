import argparse

from hparams import hparams, hparams_debug_string

parser = argparse.ArgumentParser()
parser.add_argument("--data-dir")
parser.add_argument("--log-dir")
parser.add_argument("--log-interval", type=int)
parser.add_argument("--restore")
parser.add_argument("--gpu")
parser.add_argument("--name")
args = parser.parse_args()

print(hparams_debug_string())
clips = load(args.data_dir, hparams.n_mels, hparams.hop_size, hparams.win_size)
for epoch in range(hparams.epochs):
    step(clips, hparams.batch_size, hparams.learning_rate, hparams.upsample_scales)
save(args.log_dir, args.restore, args.gpu, args.name)
