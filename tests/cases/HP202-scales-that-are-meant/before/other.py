from distributions import hp

prior = hp.loguniform("rate", 1e-5, 1e-1)
