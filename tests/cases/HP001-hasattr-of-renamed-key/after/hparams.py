from tensorflow.contrib.training import HParams

hparams = HParams(
    n_speakers=8,
    speaker_embedding_dim=64,  # renamed from speaker_emb_size
)
