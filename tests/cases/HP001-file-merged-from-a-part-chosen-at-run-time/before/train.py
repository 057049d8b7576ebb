from settings import settings, spelled_out

config = settings()
print(config.sources.all, config.share, config.log_file, config.source)
other = spelled_out()
print(other.budget, other.share)
