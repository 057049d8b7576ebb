from importlib.util import module_from_spec, spec_from_file_location


class Settings:
    def __getattr__(self, name):
        raise AttributeError("configure first")

    def configure(self, path):
        spec = spec_from_file_location("settings", path)
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        for name, value in vars(module).items():
            self.__setattr__(name, value)


hp = Settings()
