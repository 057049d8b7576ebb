from hparams import hparams

hparams["num_workers"] = 0
print(hparams["segment_length"])
