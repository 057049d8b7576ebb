from config import AudioConfig, Segment


def show(config: AudioConfig, segment: Segment):
    print(config.seconds, config._fields, config._asdict(), config.count(256), config.index(256))
    print(segment.start, segment.end, AudioConfig._field_defaults)


show(AudioConfig.of([16000, 200])._replace(hop_length=160), Segment(0.0, 1.0))
