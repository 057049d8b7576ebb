from functools import partial


def sample(model, temperature=1.0, top_k=50, *, num_steps=100):
    return [model(temperature, top_k)] * num_steps


class Sampler:
    @classmethod
    def create(cls, temperature, guidance_scale=7.5):
        return cls()

    @staticmethod
    def jump(stride=2):
        return stride


COMMON = {"temperature": 0.7}
OPTIONS = {**COMMON, "top_k": 40, "num_step": 20}


def run(model):
    draft = partial(sample, **dict(COMMON, topk=10))
    Sampler.create(**COMMON, **{"guidance_scale": 3.0})
    Sampler.jump(**{"strides": 4})
    return sample(model, **OPTIONS), draft
