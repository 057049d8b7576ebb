from config import settings

settings.show()
print(settings.bacth_size, settings.learning_rate, settings.hop_length)
