import functools
from dataclasses import dataclass
from typing import overload

import torch


class Model:
    def __init__(self, width, depth=2):
        self.width = width

    @classmethod
    def make(cls, options):
        return cls(**options)

    def run(self, steps=1):
        return steps

    def start(self):
        options = {"steps": 2, "reverse": True}
        return self.run(**options)


class Narrow(Model):
    def __init__(self, width, depth=2, colour=None):
        super().__init__(width, depth)

    def run(self, steps=1, reverse=False):
        return steps


class Foreign(torch.nn.Linear):
    pass


class Made:
    def __new__(cls, **options):
        return Model(**options)

    def __init__(self, width):
        self.width = width


@dataclass
class Settings:
    width: int = 3


def takes_any(width, **others):
    return width, others


def wrapped(function):
    @functools.wraps(function)
    def inner(*args, colour=None, **kwargs):
        return function(*args, **kwargs)

    return inner


@wrapped
def painted(width):
    return width


@overload
def either(width: int): ...
@overload
def either(depth: int): ...
def either(width=None, depth=None):
    return width, depth


def head(width):
    return width


def tail(width):
    return width


def stage(size):
    return size
