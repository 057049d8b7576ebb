from tensorflow.contrib.training import HParams

hparams = HParams(
    n_frames_per_step=1,          # кадров за шаг
    gate_threshold=0.5,           # выше этой вероятности фраза закончена
    p_decoder_dropout=0.1,        # на выходе RNN декодера
)
