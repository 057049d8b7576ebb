momentum = 0.9
rate = 0.1
print(momentum, rate)
