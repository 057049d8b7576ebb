from settings import settings

print(settings.lr, settings.epochs, settings.dropout, settings.hidden)
print(getattr(settings, "alpha", 7))
