from hparams import hparams

hparams["num_worker"] = 0
print(hparams["segment_length"])
