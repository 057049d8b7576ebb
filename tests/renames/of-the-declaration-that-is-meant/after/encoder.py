class EncoderConfig:
    drop_rate = 0.1
    width = 128
    heads = 4


config = EncoderConfig()
