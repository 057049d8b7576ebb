class EncoderConfig:
    dropout = 0.1
    width = 128
    heads = 4


config = EncoderConfig()
