class DumpedConfig:
    width = 256
    depth = 4
    dropout = 0.1
    epochs = 10
    batch_size = 8
    weight_decay = 0.0


class UnpackedConfig:
    width = 256
    depth = 4
    dropout = 0.1
    epochs = 10
    batch_size = 8
    momentum = 0.9


class IteratedConfig:
    width = 256
    depth = 4
    dropout = 0.1
    epochs = 10
    batch_size = 8
    patience = 3


class ComputedConfig:
    width = 256
    depth = 4
    dropout = 0.1
    epochs = 10
    batch_size = 8
    encoder_dim = 64


class HardlyReadConfig:
    width = 256
    depth = 4
    dropout = 0.1
    warmup = 100
    cooldown = 100
