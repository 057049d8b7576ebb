import settings

print(settings.width, settings.depth, settings.heads, settings.head_width)
