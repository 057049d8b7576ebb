def compare(given):
    print(given.extractor, given.sequence, given.predictors, given.hidden_size)
