import argparse

KEYS = {"rate": "learning_rate", "passes": "epochs"}


def key_of(word):
    return KEYS[word]


def show(word):
    parser = argparse.ArgumentParser()
    parser.add_argument("--learning-rate", type=float, default=0.1)
    parser.add_argument("--epochs", type=int, default=3)
    args = parser.parse_args()
    key = KEYS[word] if word else "epochs"
    return getattr(args, key), getattr(args, key_of(word))
