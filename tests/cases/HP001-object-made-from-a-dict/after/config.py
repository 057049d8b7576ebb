class Settings:
    def __init__(self, values):
        for key, value in values.items():
            setattr(self, key, value)

    def show(self):
        print(self.__dict__)


settings = Settings(
    dict(
        batch_size=32,
        learning_rate=1e-3,
        hop_length=256,
    )
)
