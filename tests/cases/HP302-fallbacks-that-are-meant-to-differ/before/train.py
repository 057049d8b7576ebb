from settings import settings

if __name__ == "__main__":
    print(settings.lr, settings.epochs, settings.dropout, settings.hidden)
    print(getattr(settings, "workers", 8))
