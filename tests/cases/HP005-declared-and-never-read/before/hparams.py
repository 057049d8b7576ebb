from tools import HParams

hparams = HParams(
    batch_size=32,
    learning_rate=1e-3,
    n_mels=80,
    hop_size=256,
    win_size=1024,
    upsample_scales=[16, 16],
    upsample_conditional_features=True,  # see upsample_conditional_features in the paper
    epochs=200,
)


def hparams_debug_string():
    values = hparams.values()
    return "\n".join(f"{name}: {values[name]}" for name in sorted(values))
