from tensorflow.contrib.training import HParams

hparams = HParams(
    dataset_path="data/",
    validation_files="data/val.csv",  # formerly val_files
)
