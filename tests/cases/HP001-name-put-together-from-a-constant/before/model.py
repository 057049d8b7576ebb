from hparams import hparams

KIND = "encoder"


def dim(name="decoder"):
    name = name + "_dim"
    return getattr(hparams, name)


def rate(name):
    if name == "frame":
        return hparams.batch_size
    return hparams[f"{name}_dim"]


for part in ("encoder", "decoder"):
    part += "_dim"
    print(part, getattr(hparams, part))
print(dim(KIND), rate("frame"), rate("encoder"))
