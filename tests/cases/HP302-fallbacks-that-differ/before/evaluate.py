from settings import settings

print(settings.lr, settings.epochs, settings.dropout, settings.hidden)
print(getattr(settings, "alpha", 0.9), getattr(settings, "alpha", 0.50))
print(getattr(settings, "dropout", 0.5))
