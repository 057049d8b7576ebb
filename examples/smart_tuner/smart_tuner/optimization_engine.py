"""Подбор гиперпараметров: Optuna предлагает, границы поправляют, оценка решает."""
import json
import logging
import os

import optuna

logger = logging.getLogger(__name__)


class OptimizationEngine:
    """Ведёт исследование Optuna по пространству поиска из config.yaml.

    Сам ничего не обучает: обучение передаётся снаружи функцией run_trial(params, number),
    которая возвращает словарь показателей.
    """

    def __init__(self, config: dict):
        self.config = config
        self.search_space = config['hyperparameter_search_space']
        self.settings = config['optimization']
        self.limits = self.settings['limits']
        self.quality = config['training_safety']['tts_quality_checks']
        self.output_dir = config['output_dir']
        self.study = None

    def create_study(self):
        """Открывает исследование; прерванное продолжается с того же места."""
        os.makedirs(self.output_dir, exist_ok=True)
        storage = os.path.join(self.output_dir, 'study.db')
        self.study = optuna.create_study(
            study_name=self.config['experiment_name'],
            storage=f'sqlite:///{storage}',
            direction=self.settings['direction'],
            sampler=optuna.samplers.TPESampler(multivariate=True, seed=1234),
            load_if_exists=True,
        )
        if not self.study.trials:
            self.study.enqueue_trial(self._defaults())
        return self.study

    def _defaults(self) -> dict:
        """Первая попытка: значения по умолчанию из пространства поиска."""
        return {name: spec['default'] for name, spec in self.search_space.items()}

    def suggest(self, trial) -> dict:
        """Один набор значений: предложение Optuna в пределах здравого смысла."""
        params = {}
        for name, spec in self.search_space.items():
            kind = spec['type']
            if kind == 'categorical':
                params[name] = trial.suggest_categorical(name, spec['choices'])
            elif kind == 'int':
                params[name] = trial.suggest_int(name, spec['min'], spec['max'])
            elif kind == 'float':
                params[name] = trial.suggest_float(
                    name, spec['min'], spec['max'], log=spec.get('log', False))
            else:
                raise ValueError(f'{name}: неизвестный тип {kind}')
        return self._limit(params)

    def _limit(self, params: dict) -> dict:
        """Сочетания, которые по отдельности разрешены, а вместе не работают."""
        validated = dict(params)

        # маленький батч не держит большую скорость
        if 'learning_rate' in params and 'batch_size' in params:
            if params['batch_size'] < 16:
                ceiling = self.limits['max_lr_for_small_batch']
                validated['learning_rate'] = min(params['learning_rate'], ceiling)

        # слишком короткие попытки ничего не показывают, слишком длинные не по карману
        if 'epochs' in params:
            epochs = max(params['epochs'], self.limits['min_epochs'])
            validated['epochs'] = min(epochs, self.settings['full_epochs_per_trial'])

        # большие значения dropout складываются и душат внимание
        dropout_params = ['attention_dropout', 'prenet_dropout', 'postnet_dropout']
        for p in dropout_params:
            if p in params:
                validated[p] = min(max(params[p], 0.0), self.limits['max_dropout'])

        # без направляющей короткое обучение не выравнивается
        if validated.get('epochs', 0) <= self.limits['min_epochs']:
            validated['guided_attention_enabled'] = True
        if 'guide_loss_weight' in params:
            weight = min(params['guide_loss_weight'], self.limits['max_guide_weight'])
            validated['guide_loss_weight'] = round(weight, 3)

        changed = sorted(name for name in validated if validated[name] != params.get(name))
        if changed:
            logger.info('ограничено: %s', ', '.join(changed))
        return validated

    def score(self, metrics: dict) -> float:
        """Сводная оценка попытки, чем меньше, тем лучше."""
        objective = self.settings['composite_objective']
        weights = objective['weights']

        loss = metrics['val_loss']
        if objective['normalize_scores']:
            loss = min(loss / self.quality['max_validation_loss'], 1.0)

        # у остальных показателей лучше больше, поэтому берём недостачу до единицы
        total = weights['val_loss'] * loss
        quality = []
        for name in ('attention_alignment_score', 'gate_accuracy', 'mel_quality_score'):
            value = min(max(metrics.get(name, 0.0), 0.0), 1.0)
            total += weights[name] * (1.0 - value)
            quality.append(value)

        gap = metrics['val_loss'] - metrics.get('train_loss', metrics['val_loss'])
        if gap > 0:
            total += self.settings['overfitting_penalty'] * gap
        if min(quality) >= objective['quality_bonus_threshold']:
            total -= objective['quality_bonus']
        return total

    def passes_quality(self, metrics: dict) -> bool:
        """Прошла ли попытка все критические проверки."""
        checks = {
            'attention_alignment':
                metrics.get('attention_alignment_score', 0.0) >= self.quality['min_attention_alignment'],
            'gate_accuracy':
                metrics.get('gate_accuracy', 0.0) >= self.quality['min_gate_accuracy'],
            'validation_loss':
                metrics['val_loss'] <= self.quality['max_validation_loss'],
        }
        return all(checks[name] for name in self.quality['critical_checks'])

    def hopeless(self, metrics: dict, epoch: int) -> bool:
        """Стоит ли обрывать попытку; пока внимание не сложилось, не обрываем."""
        specific = self.settings['tts_specific']
        if epoch < specific['early_pruning_disabled_epochs']:
            return False
        if metrics.get('iteration', 0) < specific['min_training_steps']:
            return False
        aligned = metrics.get('attention_alignment_score', 0.0) >= specific['attention_convergence_threshold']
        stops = metrics.get('gate_accuracy', 0.0) >= specific['gate_accuracy_threshold']
        return not (aligned or stops)

    def optimize(self, run_trial) -> dict:
        """Все попытки подряд; возвращает лучший набор значений после ограничений."""
        study = self.study or self.create_study()

        def objective(trial):
            params = self.suggest(trial)
            trial.set_user_attr('params', params)
            metrics = run_trial(params, trial.number)
            if not metrics:
                raise optuna.TrialPruned('train.py не оставил показателей')

            trial.set_user_attr('metrics', metrics)
            trial.set_user_attr('passed', self.passes_quality(metrics))
            value = self.score(metrics)
            trial.report(value, step=metrics.get('iteration', 0))
            if self.hopeless(metrics, params.get('epochs', 0)):
                raise optuna.TrialPruned('внимание так и не сложилось')
            return value

        study.optimize(objective, n_trials=self.settings['n_trials'])
        best = self._best()
        self._save(best)
        return best

    def _best(self) -> dict:
        """Лучшая из засчитанных попыток, а если таких нет, то просто лучшая."""
        done = [t for t in self.study.trials if t.state == optuna.trial.TrialState.COMPLETE]
        if not done:
            raise RuntimeError('ни одна попытка не дошла до конца')
        passed = [t for t in done if t.user_attrs.get('passed')]
        trial = min(passed or done, key=lambda t: t.value)
        logger.info('лучшая попытка %d: %.4f', trial.number, trial.value)
        return trial.user_attrs['params']

    def _save(self, params: dict):
        path = os.path.join(self.output_dir, 'best_params.json')
        with open(path, 'w', encoding='utf-8') as f:
            json.dump(params, f, ensure_ascii=False, indent=2)
        logger.info('лучшие значения записаны в %s', path)
