class HParams:
    def __init__(self, **values):
        self.__dict__.update(values)

    def parse(self, text):
        for clause in text.split(","):
            name, value = clause.split("=")
            setattr(self, name, type(getattr(self, name))(value))
        return self
