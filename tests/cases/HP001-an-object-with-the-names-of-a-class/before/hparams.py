extractor = "vgg"
sequence = "lstm"
predictor = "attention"
hidden_size = 256
