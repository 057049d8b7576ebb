from hparams import create_hparams

SMALL = (
    "hidden_size=64,"  # per direction
    "batch_size=8"
)


def run(rate):
    hparams = create_hparams(f"learning_rate={rate},batch_size=8")
    hparams.parse(SMALL)
    hparams.parse_json('{"weight_decay": 0.1}')
    print(hparams.learning_rate, hparams.replace(batch_size=4))
