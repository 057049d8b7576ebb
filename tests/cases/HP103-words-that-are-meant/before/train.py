from dataclasses import dataclass
from typing import Optional

import yaml


@dataclass
class TrainConfig:
    resume: Optional[str] = None
    note: str = ""
    cache: str = "ram"
    limit: Optional[int] = None
    file_mode: int = 0o644
    start: int = 5
    ratio: str = "16:9"


with open("train.yaml") as stream:
    values = yaml.safe_load(stream)
if values["limit"] == "None":
    values["limit"] = None
config = TrainConfig(**values)
print(config.resume, config.note, config.cache, config.limit, config.file_mode, config.start)
print(config.ratio)
