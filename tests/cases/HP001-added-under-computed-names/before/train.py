from hparams import hparams

print(hparams.hidden_size, hparams.num_heads, hparams.max_positions)
