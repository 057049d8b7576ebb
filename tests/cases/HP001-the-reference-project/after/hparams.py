from tools import HParams


def create_hparams(hparams_string=None):
    """Создаёт гиперпараметры и применяет поверх них строку `имя=значение,...`."""
    hparams = HParams(
        batch_size=48,                   # влезает в 24 ГБ с fp16
        learning_rate=1e-3,              # после разогрева
        learning_rate_min=1e-5,          # Переименовано из min_learning_rate
        validate_interval=200,           # шагов между проверками
        gate_threshold=0.5,              # выше этой вероятности фраза закончена
        p_attention_dropout=0.1,         # (как attention_dropout)
        # dropout_rate/postnet_dropout_rate (как prenet/postnet_dropout)
        dropout_rate=0.3,                # Prenet
        postnet_dropout_rate=0.1,        # свёртки постнета
        use_dynamic_guide_loss=True,     # вес guide loss убывает со временем
        guide_loss_initial_weight=0.5,   # пока выравнивания ещё нет
        guide_loss_weight=1.0,           # default of smart_tuner/config.yaml
    )
    return hparams.parse(hparams_string) if hparams_string else hparams
