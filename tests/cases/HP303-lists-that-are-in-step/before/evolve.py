import numpy as np
import yaml

limits = {
    "lr": (1, 1e-5, 0.1),
    "momentum": (1, 0.6, 0.98),
    "box_gain": (1, 0.02, 0.2),
    "cls_gain": (1, 0.2, 4.0),
    "obj_gain": (0, 0.2, 4.0),
}


def without_anchors():
    with open("hyp.yaml") as file:
        hyp = yaml.safe_load(file)
    del hyp["anchors"]
    noise = np.ones(len(limits))
    for number, key in enumerate(hyp):
        hyp[key] *= noise[number]


def of_its_own_length():
    with open("hyp.yaml") as file:
        settings = yaml.safe_load(file)
    noise = np.ones(len(settings))
    for number, key in enumerate(settings):
        settings[key] *= noise[number]


def of_the_limits_alone():
    with open("hyp.yaml") as file:
        settings = yaml.safe_load(file)
    noise = np.ones(len(limits))
    for number, key in enumerate(limits):
        settings[key] *= noise[number]


def of_another_list(values):
    with open("hyp.yaml") as file:
        settings = yaml.safe_load(file)
    noise = np.ones(len(limits))
    noise = values[noise.sum()]
    for number, key in enumerate(settings):
        settings[key] *= noise[number]
