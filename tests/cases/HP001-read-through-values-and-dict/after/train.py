from hparams import hparams

values = hparams.values()
print(values["batch_size"], vars(hparams)["learning_rate"], hparams.__dict__["weight_decay"])
