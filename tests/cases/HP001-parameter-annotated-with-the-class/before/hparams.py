from tools import HParams


def create_hparams():
    return HParams(
        postnet_embedding_dim=512,
        postnet_kernel_size=5,
        postnet_n_convolutions=5,  # formerly postnet_layers
    )
