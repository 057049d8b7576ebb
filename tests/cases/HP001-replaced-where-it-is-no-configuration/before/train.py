from dataclasses import dataclass, replace


@dataclass
class Config:
    dropout: float = 0.1
    name: str = "base"

    def replace(self, **changes):
        return replace(self, **changes)

    def copy(self, suffix):
        return replace(self, name=self.name + suffix)


def rename(table, config: Config):
    table = table.replace(droput="dropout")
    print(config.copy(suffix="-2").name, config.name.replace("a", "b"))
    return table.rename(columns=config.replace(dropout=0.2))
