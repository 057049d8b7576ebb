from hparams import hparams

for name in ['encoder_kernel_size', 'encoder_n_convolution', 'encoder_embedding_dim']:
    print(f"{name:>24}: {getattr(hparams, name)}")
