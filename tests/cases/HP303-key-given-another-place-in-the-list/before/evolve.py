import yaml

scales = dict(lr=1, momentum=1, box=1, cls_gain=1, obj_gain=0)
with open("hyp.yaml") as file:
    hyp = yaml.safe_load(file)
noise = [0.1 * scale for scale in scales.values()]
for number, key in enumerate(hyp):
    hyp[key] *= 1 + noise[number]
