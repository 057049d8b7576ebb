import yaml

with open("events.yaml") as stream:
    events = yaml.safe_load(stream)

print(events["on"], events["off"], events["every"])
