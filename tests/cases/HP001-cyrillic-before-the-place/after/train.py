from hparams import hparams

print("размер пакета:", hparams.batch_size); print("порог:", hparams.grad_clip_thresh)  # ёмко
print(f"«{hparams.n_symbols}» символов 🚀, порог {hparams.grad_clip_thresh}")
