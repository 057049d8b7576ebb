from config import settings

settings.show()
print(settings.batch_size, settings.learning_rate, settings.hop_length)
