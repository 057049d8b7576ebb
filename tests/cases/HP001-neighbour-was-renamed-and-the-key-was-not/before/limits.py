from hparams import hparams

LIMITS = {
    "batch_size": 64,
    "p_attention_dropout": 0.4,
    "decoder_dropout": 0.4,
    "p_decoder_dropout": 0.3,
}

for name, limit in LIMITS.items():
    if hasattr(hparams, name):
        setattr(hparams, name, min(getattr(hparams, name), limit))
