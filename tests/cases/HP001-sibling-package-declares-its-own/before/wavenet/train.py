from hparams import hparams

print(hparams.num_mels, hparams.output_per_step, hparams.residual_channels)
