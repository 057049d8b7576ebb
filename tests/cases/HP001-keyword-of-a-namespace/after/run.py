from types import SimpleNamespace

from munch import Munch

args = SimpleNamespace(
    batch_size=32,
    learning_rate=3e-4,
    clip_norm=1.0,
)
audio = Munch(sample_rate=16000, hop_length=200, n_mels=80)


def train(args, audio):
    step = args.learning_rate * args.batch_size
    return step / audio["hop_length"], args.clip_norm, audio.n_mels


train(args, audio)
print(audio.sample_rate)
