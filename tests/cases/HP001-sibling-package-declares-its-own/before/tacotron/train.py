from hparams import hparams

print(hparams.num_mels, hparams.outputs_per_step)
