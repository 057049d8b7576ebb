import lightning as L


class Net(L.LightningModule):
    def __init__(self, width: int = 64, learning_rate: float = 1e-3):
        super().__init__()
        self.net = build(width)
        self.rate = learning_rate


class Digits(L.LightningDataModule):
    def __init__(self, folder: str = "data", batch_size: int = 32):
        super().__init__()
        self.folder, self.batch_size = folder, batch_size
