from hparams import hparams

if hparams.use_half_precision:
    print("half")
print(hparams.bacth_size, hparams.learning_rate, hparams.hop_length)
