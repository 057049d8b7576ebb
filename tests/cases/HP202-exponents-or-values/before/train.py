def fit(dropout, width):
    return dropout * width
