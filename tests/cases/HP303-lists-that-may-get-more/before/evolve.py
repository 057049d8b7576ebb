import yaml
from extras import more_scales

scales = {"lr": 1, "momentum": 1, "cls_gain": 1, "obj_gain": 0}
grown = {"lr": 1, "momentum": 1, "cls_gain": 1, "obj_gain": 0}
grown["box_gain"] = 0.5
with open("hyp.yaml") as file:
    hyp = yaml.safe_load(file)


def spread():
    whole = {"lr": 1, "momentum": 1, "cls_gain": 1, "obj_gain": 0, **more_scales}
    noise = [0.1 * scale for scale in whole.values()]
    for number, key in enumerate(hyp):
        hyp[key] *= 1 + noise[number]


def written():
    noise = [0.1 * scale for scale in grown.values()]
    for number, key in enumerate(hyp):
        hyp[key] *= 1 + noise[number]


def guarded():
    for key in hyp:
        if key in scales:
            hyp[key] *= 1 + scales[key]
