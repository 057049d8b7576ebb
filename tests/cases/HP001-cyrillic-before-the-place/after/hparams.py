from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=48,  # влезает в 24 ГБ
    grad_clip_thresh=1.0,  # норма градиента
    n_symbols=80,
)
