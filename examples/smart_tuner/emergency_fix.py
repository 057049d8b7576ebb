"""Аварийный запуск: обучение разошлось или внимание сорвалось.

Мягкие значения, частые проверки, старт от последнего чекпоинта:

    python emergency_fix.py output/trial_007
"""
import os
import sys

from hparams import create_hparams
from train import train


def emergency_hparams():
    """Гиперпараметры, с которыми обучение почти всегда приходит в себя."""
    hparams = create_hparams()

    # медленно и осторожно
    hparams.learning_rate = 1e-4
    hparams.warmup_steps = 500
    hparams.grad_clip_thresh = 0.5
    hparams.use_saved_learning_rate = False

    # маленький батч, зато накапливаем
    hparams.batch_size = 8
    hparams.gradient_accumulation_steps = 4
    hparams.fp16_run = False

    # сильнее тянем внимание к диагонали
    hparams.guide_loss_initial_weight = 1.5
    hparams.use_scheduled_teacher_forcing = False

    # проверять чаще, чтобы сразу увидеть, помогло ли
    hparams.validation_interval = 50
    hparams.iters_per_checkpoint = 200
    hparams.early_stopping = False
    return hparams


def main():
    directory = sys.argv[1] if len(sys.argv) > 1 else 'output'
    checkpoint = os.path.join(directory, 'checkpoint_last.pt')
    if not os.path.isfile(checkpoint):
        sys.exit(f'нет чекпоинта {checkpoint}')

    hparams = emergency_hparams()
    print(f'аварийный запуск: learning_rate={hparams.learning_rate}, batch_size={hparams.batch_size}')
    train(os.path.join(directory, 'emergency'), checkpoint, False, hparams)


if __name__ == '__main__':
    main()
