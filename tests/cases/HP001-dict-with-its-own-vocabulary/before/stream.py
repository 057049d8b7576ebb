from hparams import hparams

device = {"sample_rates": 48000, "channels": 2, "chunk": 1024}


def open_stream(library):
    return library.open(rate=device["sample_rates"], channels=device["channels"])


def ratio():
    return device["sample_rates"] / hparams.sample_rate, device.get("batch_sizes")
