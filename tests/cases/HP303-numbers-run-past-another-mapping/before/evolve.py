import numpy as np
import yaml

limits = {
    "lr": (1, 1e-5, 0.1),
    "momentum": (1, 0.6, 0.98),
    "box_gain": (1, 0.02, 0.2),
    "cls_gain": (1, 0.2, 4.0),
    "obj_gain": (0, 0.2, 4.0),
}
with open("hyp.yaml") as file:
    hyp = yaml.safe_load(file)
gains = np.array([each[0] for each in limits.values()])
count = len(limits)
noise = np.ones(count)
while all(noise == 1):
    noise = (gains * np.random.randn(count) * 0.2 + 1).clip(0.3, 3.0)
for number, key in enumerate(hyp.keys()):
    hyp[key] = float(hyp[key] * noise[number])
