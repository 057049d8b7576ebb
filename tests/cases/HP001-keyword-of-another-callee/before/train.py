import torch
from torch.utils.data import DataLoader

from hparams import hparams

model = torch.nn.Linear(2, 2)
optimizer = torch.optim.Adam(
    model.parameters(), lr=hparams.learning_rate, weight_decay=hparams.weight_decays
)
loader = DataLoader([], batch_size=hparams.batch_size, num_workers=4)
