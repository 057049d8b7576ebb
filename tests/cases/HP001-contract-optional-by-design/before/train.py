from hparams import hparams

if hparams.use_half_precision:
    print("half")
print(hparams.checkpoint or "from scratch")
print(hparams.batch_size, hparams.learning_rate, hparams.hop_length)
