from tensorflow.contrib.training import HParams

hparams = HParams(
    epochs=500,
    learning_rate=1e-3,       # после разогрева
    learning_rate_min=1e-5,   # Переименовано из min_learning_rate
    validate_interval=200,    # шагов между проверками
)
