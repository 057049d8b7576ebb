width = 128
depth = 4
heads = 8
