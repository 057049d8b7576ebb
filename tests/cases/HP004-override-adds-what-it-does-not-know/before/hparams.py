import ast


class HParams:
    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)

    def parse(self, text):
        for pair in text.split(","):
            name, value = pair.split("=")
            self.__dict__[name.strip()] = ast.literal_eval(value)
        return self


hparams = HParams(
    batch_size=32,
    learning_rate=1e-3,
    hop_length=256,
)
