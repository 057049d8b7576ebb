import os


def prepare(options):
    options.model_folder = os.path.join(options.log_folder, "model")
    os.makedirs(options.model_folder)
