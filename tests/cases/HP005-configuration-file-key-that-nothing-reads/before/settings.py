import yaml


class Settings:
    """All keys of the file, time_shift among them, as attributes."""

    def __init__(self):
        with open("settings.yaml") as file:
            self.loaded = yaml.safe_load(file)
        for key, value in self.loaded.items():
            setattr(self, key, value)

    def __getattr__(self, name):
        return self.loaded[name]
