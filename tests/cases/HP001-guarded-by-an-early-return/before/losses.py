from hparams import hparams


def style_loss(features):
    if not hasattr(hparams, "style_weight"):
        return 0.0
    return hparams.style_weight * features.pow(2).mean()


def cycle_loss(difference):
    assert "cycle_weight" in hparams, "this recipe needs cycle_weight"
    return hparams.cycle_weight * difference.abs().mean()
