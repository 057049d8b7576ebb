def trim(wav, hp):
    return wav, hp.trim_db


class Effects:
    def __init__(self, hp):
        self.hp = hp

    def apply(self):
        if hasattr(self.hp, "reverb"):
            self._reverb()

    def _reverb(self):
        print(self.hp.reverb)
