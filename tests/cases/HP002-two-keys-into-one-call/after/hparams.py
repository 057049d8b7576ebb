from tensorflow.contrib.training import HParams


def create_hparams():
    return HParams(
        batch_size=48,
        use_dynamic_guide_loss=True,    # вес убывает со временем
        guide_loss_initial_weight=0.5,  # пока выравнивания ещё нет
        guide_loss_weight=1.0,          # default of tuner.yaml
        guided_attention_enabled=True,  # default of tuner.yaml
        dropout_rate=0.3,
    )
