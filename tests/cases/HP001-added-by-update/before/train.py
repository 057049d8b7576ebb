from hparams import hparams

hparams.update({"num_classes": 10, "image_size": 32})
print(hparams.num_classes, hparams["image_size"], hparams.hidden_size)
