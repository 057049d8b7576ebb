from hyperparams import Hyperparams as hp

for start in range(0, len(TEXTS), hp.B):
    speak(TEXTS[start : start + hp.B], hp.r)
