def fit(rate, layers, width, kind):
    return rate * layers * width
