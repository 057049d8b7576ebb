from hyperparams import Hyperparams as hp

for start in range(0, len(TEXTS), hp.batch_size):
    speak(TEXTS[start : start + hp.batch_size], hp.r)
