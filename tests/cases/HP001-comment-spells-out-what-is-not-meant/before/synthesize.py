from hyperparams import Hyperparams as hp

speak(hp.sr, hp.batch_size, hp.window_length, hp.T)
