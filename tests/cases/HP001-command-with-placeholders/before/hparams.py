from tools import HParams

# --hparams=<name>=<value> gives one value
# --hparams='gpus=2; n_cards=1'     (a semicolon separates nothing)
# --hparams="gpus=${CARDS},cards=1"
# --hparams="gpus=1,...", --hparams='{gpus=1}', --hparams
# --hparams 'gpus=1
# --hparams_file=cards=1
hparams = HParams(gpus=1, batch_size=32, learning_rate=1e-3)
# --hparams='gpus=2,batch_size=16'
