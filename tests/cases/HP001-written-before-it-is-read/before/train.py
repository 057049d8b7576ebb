from hparams import hparams
from symbols import load_symbols

symbols, speakers = load_symbols()
hparams.n_symbols, hparams.n_speakers = len(symbols), len(speakers)
print(hparams.n_symbols, hparams.n_speakers, hparams.symbols_embedding_dim)
