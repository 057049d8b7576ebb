import ast


class HParams:
    def __init__(self, **values):
        self.__dict__.update(values)

    def parse(self, text):
        for part in text.split(","):
            name, _, value = part.partition("=")
            if name not in self.__dict__:
                raise ValueError(name)
            self.__dict__[name] = ast.literal_eval(value)
        return self


hparams = HParams(layers=2, rate=1e-3, batch_size=32)
