"""Запуск train.py с подобранными значениями: словарь -> строка --hparams -> показатели."""
import json
import logging
import os
import subprocess

logger = logging.getLogger(__name__)

CHECKPOINT = 'checkpoint_last.pt'


def format_value(value) -> str:
    """Значение в том виде, в каком его понимает HParams.parse."""
    if isinstance(value, (list, tuple)):
        return '[' + ','.join(format_value(item) for item in value) + ']'
    if isinstance(value, float):
        return repr(value)
    return str(value)


def to_hparams_string(params: dict) -> str:
    """{'a': 1, 'b': 2.5} -> 'a=1,b=2.5'."""
    return ','.join(f'{name}={format_value(value)}' for name, value in params.items())


class TrainerWrapper:
    """Запускает обучение отдельным процессом: упавший train.py не уносит с собой поиск."""

    def __init__(self, config: dict):
        self.training = config['training']
        self.output_dir = config['output_dir']
        self.first_checkpoint = config['checkpoint_path']

    def trial_directory(self, number: int) -> str:
        return os.path.join(self.output_dir, f'trial_{number:03d}')

    def command(self, params: dict, directory: str) -> list:
        """Командная строка train.py."""
        command = [
            self.training['python_executable'],
            self.training['script_path'],
            '--output_directory', directory,
            '--hparams', to_hparams_string(params),
        ]
        own = os.path.join(directory, CHECKPOINT)
        first = os.path.join(self.first_checkpoint, CHECKPOINT)
        if os.path.isfile(own):
            command += ['--checkpoint_path', own]
        elif self.training['continue_from_checkpoint'] and os.path.isfile(first):
            # из общего начального чекпоинта берём только веса
            command += ['--checkpoint_path', first, '--warm_start']
        return command

    def run(self, params: dict, number: int) -> dict:
        """Обучает один отрезок и возвращает показатели; пустой словарь, если не вышло."""
        directory = self.trial_directory(number)
        os.makedirs(directory, exist_ok=True)
        command = self.command(params, directory)
        logger.info('попытка %d: %s', number, ' '.join(command))

        log_path = os.path.join(directory, 'train.log')
        with open(log_path, 'a', encoding='utf-8') as log:
            try:
                done = subprocess.run(
                    command,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                    timeout=self.training['timeout_hours'] * 3600,
                )
            except subprocess.TimeoutExpired:
                logger.error('попытка %d не уложилась во время', number)
                return {}

        if done.returncode != 0:
            logger.error('train.py завершился с кодом %d, подробности в %s', done.returncode, log_path)
            return {}
        return self._read_metrics(directory)

    def _read_metrics(self, directory: str) -> dict:
        """Показатели, которые train.py записал после последней проверки."""
        path = os.path.join(directory, 'metrics.json')
        if not os.path.isfile(path):
            logger.error('нет файла %s', path)
            return {}
        with open(path, encoding='utf-8') as f:
            return json.load(f)
