from dataclasses import dataclass


@dataclass
class EncoderConfig:
    bit_rate: int = 128
    sample_rate: int = 44100


def plan(streams, base: EncoderConfig):
    chosen = {}
    for stream in streams:
        chosen[stream] = base
    for name, config in chosen.items():
        print(name.split("/"), config)
    for name in chosen.keys():
        print(name.upper(), chosen[name].bit_rate)


plan(["a/b"], EncoderConfig())
