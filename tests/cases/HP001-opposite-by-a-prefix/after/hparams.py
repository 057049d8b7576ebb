from tensorflow.contrib.training import HParams

hparams = HParams(
    batch_size=32,
    unidirectional=True,
    voiced_weight=0.5,
    include_eos=True,
    freeze_encoder=False,
    preemphasis=0.97,
)
