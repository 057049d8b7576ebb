"""Точка входа: подбор гиперпараметров Tacotron 2.

    python smart_tuner_main.py --config smart_tuner/config.yaml
"""
import argparse
import logging

import yaml

from hparams import create_hparams
from smart_tuner.early_stop_controller import EarlyStopController
from smart_tuner.optimization_engine import OptimizationEngine
from smart_tuner.trainer_wrapper import TrainerWrapper, to_hparams_string

logger = logging.getLogger('smart_tuner')


def load_config(path: str) -> dict:
    with open(path, encoding='utf-8') as f:
        return yaml.safe_load(f)


def make_run_trial(config: dict, wrapper: TrainerWrapper, controller: EarlyStopController):
    """Одна попытка: несколько отрезков обучения, между ними решает контроллер."""
    segments = config['optimization']['segments_per_trial']

    def run_trial(params: dict, number: int) -> dict:
        controller.reset()
        changes = {}
        metrics = {}
        for segment in range(1, segments + 1):
            values = {**params, **changes}
            # epochs в train.py общее на всю попытку, отрезки идут к нему по частям
            values['epochs'] = params['epochs'] * segment // segments
            metrics = wrapper.run(values, number)
            if not metrics:
                break

            # контроллер видит те же значения, с которыми работал train.py
            hparams = create_hparams(to_hparams_string(values)).values()
            response = controller.decide(metrics, hparams)
            if response['action'] == 'stop':
                logger.info('попытка %d остановлена: %s', number, response['reason'])
                break
            for name, value in response['hparams_changes'].items():
                if name in hparams:
                    changes[name] = value
        return metrics

    return run_trial


def main():
    parser = argparse.ArgumentParser(description='Подбор гиперпараметров Tacotron 2')
    parser.add_argument('-c', '--config', default='smart_tuner/config.yaml', help='настройки тюнера')
    parser.add_argument('--skip_final', action='store_true', help='без последнего прогона')
    args = parser.parse_args()

    logging.basicConfig(level=logging.INFO, format='%(asctime)s %(name)s: %(message)s')
    config = load_config(args.config)

    wrapper = TrainerWrapper(config)
    controller = EarlyStopController(config)
    engine = OptimizationEngine(config)

    best = engine.optimize(make_run_trial(config, wrapper, controller))
    logger.info('лучшие значения: %s', to_hparams_string(best))

    if not args.skip_final:
        final = {**best, 'epochs': config['final_training']['epochs']}
        metrics = wrapper.run(final, config['optimization']['n_trials'])
        logger.info('последний прогон: %s', metrics)


if __name__ == '__main__':
    main()
