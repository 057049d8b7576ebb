from tensorflow.contrib.training import HParams

hparams = HParams(batch_size=64, max_epochs=20, label_smoothing=0.1, weight_decay=0.01)
