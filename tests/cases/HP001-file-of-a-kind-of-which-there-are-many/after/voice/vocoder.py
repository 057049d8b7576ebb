import yaml

from upstreams import get_upstream, models


class Vocoder:
    def __init__(self, checkpoint, path):
        with open(path) as file:
            self.config = yaml.safe_load(file)
        features = get_upstream(self.config["upstream"])
        self.model = models[self.config["model_type"]](features, **self.config["model_params"])
        self.rate = self.config["sampling_rate"] / self.config["hop_size"]
        self.bins = self.config["fft_size"] // 2 + 1
        self.range = (self.config["fmin"], self.config["fmax"])
        self.bands = self.config["num_mels"]
        print(self.config["format"], self.config["window"])
