from tensorflow.contrib.training import HParams


def create_hparams():
    return HParams(
        batch_size=48,
        use_dynamic_guide_loss=True,    # вес убывает со временем
        guide_loss_initial_weight=0.5,  # пока выравнивания ещё нет
        dropout_rate=0.3,
    )
