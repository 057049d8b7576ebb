CONFIGS = {"v1": "one", "v2": "two", "xl": "large", "sana": "sana", "flux": "flux", "chroma": "chroma"}
CONFIG_SIZES = {"v1": 512, "v2": 768, "xl": 1024}
CONFIG_DEPTHS = {"small": 12, "medium": 24, "large": 36, "huge": 48}


def kind_of(checkpoint):
    if "v1" in checkpoint:
        kind = "v1"
    elif "v2" in checkpoint:
        kind = "v2"
    elif "sana" in checkpoint:
        kind = "sana"
    elif "flux" in checkpoint:
        kind = "flux"
    elif "chroma" in checkpoint:
        kind = "chroma"
    else:
        kind = "xl"
    return kind


def config_of(checkpoint):
    return CONFIGS[kind_of(checkpoint)]


def size_of(checkpoint):
    # older than sana, flux and chroma, and never asked of these
    return CONFIG_SIZES[kind_of(checkpoint)]


def depth_of(width):
    if width < 512:
        size = "small"
    elif width < 1024:
        size = "medum"
    else:
        size = "large"
    return CONFIG_DEPTHS[size]
