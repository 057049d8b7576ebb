from settings import settings

print(settings.lr, settings.epochs, settings.dropout, settings.hidden)
print(getattr(settings, "alpha", 1), getattr(settings, "alpha", 1.0), getattr(settings, "alpha", None))
print(getattr(settings, "dropout", 0.10), getattr(settings, "hidden", None))
print(getattr(settings, "name", ""), getattr(settings, "name", "run"))
print(getattr(settings, "size", settings.hidden), getattr(settings, "size", 512))
