import sys

from hparams import create_hparams

hparams = create_hparams(sys.argv[1])
rate = max(hparams.learning_rate, hparams.min_learning_rate)
print(f"пакет {hparams.batch_size}, скорость {rate}, проверка раз в {hparams.validate_interval}")
