import settings
from settings import width

print(settings.width, settings.depth, settings.heads, width)
