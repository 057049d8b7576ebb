from hparams import create_hparams

SMALL = (
    "hiden_size=64,"  # per direction
    "batch_size=8"
)


def run(rate):
    hparams = create_hparams(f"learning_rates={rate},batch_size=8")
    hparams.parse(SMALL)
    hparams.parse_json('{"weight_decays": 0.1}')
    print(hparams.learning_rate, hparams.replace(batch_sizes=4))
