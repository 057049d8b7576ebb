from tensorflow.contrib.training import HParams


def create_hparams():
    return HParams(
        # training
        epochs=500,
        batch_size=48,

        # guided attention
        use_guide_loss=True,
        guide_loss_initial_value=0.5,
        guide_loss_sigma=0.4,  # default of tuner.yaml
        guide_decay_start=3000,

        # vocoder
        sampling_rate=22050,
    )
