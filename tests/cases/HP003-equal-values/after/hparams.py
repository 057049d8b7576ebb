from tensorflow.contrib.training import HParams


def create_hparams():
    return HParams(
        max_decoder_steps=2500,
        gate_threshold=0.5,  # выше этой вероятности фраза закончена

        # inference
        sigma=0.667,
        denoiser_strength=0.01,
    )
