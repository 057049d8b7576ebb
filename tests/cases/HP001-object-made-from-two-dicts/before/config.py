class Settings(dict):
    def __init__(self, values):
        super().__init__(values)
        self.__dict__ = self


audio = Settings({"sample_rate": 22050, "hop_length": 256, "n_mels": 80})
training = Settings({"batch_size": 32, "learning_rate": 1e-3, "epochs": 10})
training.seed = 7
