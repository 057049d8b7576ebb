import torch
from model import Model


def main():
    model = torch.nn.DataParallel(Model())
    # what the class has, under the names that its settings had
    model.module.predictor = torch.nn.Linear(model.module.sequence_output, 12)
    freeze(model.module.extractor, model.module.sequence)


def freeze(*parts):
    for part in parts:
        part.requires_grad_(False)
