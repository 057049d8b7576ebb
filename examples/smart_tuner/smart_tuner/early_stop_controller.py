"""Контроллер обучения: смотрит на показатели отрезка и решает, что делать дальше."""
import logging
import math

logger = logging.getLogger(__name__)


class EarlyStopController:
    """Между отрезками обучения выбирает одно из трёх: продолжать, поправить, остановить."""

    def __init__(self, config: dict):
        self.advisor = config['adaptive_advisor']
        self.stopping = config['early_stopping']
        self.safety = config['training_safety']
        self.history = []

    def reset(self):
        """Новая попытка начинается с пустой историей."""
        self.history = []

    def decide(self, metrics: dict, hparams: dict) -> dict:
        """Решение по показателям metrics и текущим гиперпараметрам hparams.

        В ответе: action ('continue', 'adjust' или 'stop'), reason и hparams_changes,
        новые значения гиперпараметров для следующего отрезка.
        """
        self.history.append(metrics)
        response = {'action': 'continue', 'reason': '', 'hparams_changes': {}}

        reason = self._must_stop(metrics)
        if reason:
            response['action'] = 'stop'
            response['reason'] = reason
            return response

        if not self.advisor['enabled']:
            return response
        if len(self.history) < self.advisor['min_history_for_decision']:
            return response

        problem = self._diagnose(metrics)
        if problem:
            action = self.advisor['default_actions'][problem]
            response['action'] = 'adjust'
            response['reason'] = f"{problem}: {action['name']}"
            self._apply(problem, action, hparams, response)
            logger.info('%s -> %s', response['reason'], response['hparams_changes'])
        return response

    # ----- останов -----

    def _must_stop(self, metrics: dict) -> str:
        """Причина остановить попытку или пустая строка."""
        loss = metrics['val_loss']
        if math.isnan(loss) or math.isinf(loss):
            return 'loss не число'
        if self.safety['enabled'] and loss > self.safety['max_validation_loss']:
            if metrics.get('iteration', 0) >= self.safety['min_training_steps']:
                return f'val_loss {loss:.2f} слишком велик'

        if not self.stopping['enabled']:
            return ''
        if metrics.get('iteration', 0) < self.stopping['min_training_steps']:
            return ''
        if self._stale('val_loss', self.stopping):
            return 'val_loss давно не улучшается'

        multi = self.stopping['multi_criteria']
        if multi['enabled']:
            stale = [name for name, rule in multi['criteria'].items() if self._stale(name, rule)]
            if len(stale) >= multi['min_criteria_count']:
                return 'нет улучшений: ' + ', '.join(stale)
        return ''

    def _stale(self, name: str, rule: dict) -> bool:
        """Показатель name не улучшался rule['patience'] отрезков подряд."""
        values = [m[name] for m in self.history if name in m]
        if len(values) <= rule['patience']:
            return False
        sign = -1.0 if rule['mode'] == 'min' else 1.0
        before = max(sign * value for value in values[:-rule['patience']])
        recent = max(sign * value for value in values[-rule['patience']:])
        return recent < before + rule['min_delta']

    # ----- диагностика -----

    def _diagnose(self, metrics: dict) -> str:
        """Самая тяжёлая из проблем или пустая строка."""
        rules = self.advisor['diagnostics']
        if metrics.get('grad_norm', 0.0) > rules['instability']['grad_norm_threshold']:
            return 'instability'
        if metrics.get('attention_alignment_score', 1.0) < rules['attention_failure']['min_alignment_score']:
            return 'attention_failure'
        if metrics.get('gate_accuracy', 1.0) < rules['gate_collapse']['min_gate_accuracy']:
            return 'gate_collapse'

        gap = metrics['val_loss'] - metrics.get('train_loss', metrics['val_loss'])
        if gap > rules['overfitting']['threshold']:
            return 'overfitting'

        window = self.history[-rules['stagnation']['window_size']:]
        losses = [m['val_loss'] for m in window]
        if len(losses) == rules['stagnation']['window_size']:
            if max(losses) - min(losses) < rules['stagnation']['min_delta']:
                return 'stagnation'
        return ''

    # ----- поправки -----

    def _apply(self, problem: str, action: dict, hparams: dict, response: dict):
        """Переводит действие из config.yaml в новые значения гиперпараметров."""
        params = action.get('params', {})

        if problem in ('instability', 'stagnation'):
            learning_rate = hparams.get('learning_rate', 0.001)
            response['hparams_changes']['learning_rate'] = learning_rate * params['learning_rate_multiplier']
            if 'batch_size_adjust' in params:
                batch_size = hparams.get('batch_size', 48)
                response['hparams_changes']['batch_size'] = max(4, int(batch_size * params['batch_size_adjust']))

        elif problem == 'overfitting':
            weight_decay = hparams.get('weight_decay', 1e-6)
            response['hparams_changes']['weight_decay'] = weight_decay * params['weight_decay_multiplier']

        elif problem == 'attention_failure':
            # меньше шума на входе внимания, чтобы диагональ успела сложиться
            attention_dropout = hparams.get('attention_dropout', 0.1)
            reduced = attention_dropout - params['attention_dropout_reduction']
            response['hparams_changes']['attention_dropout'] = max(0.0, round(reduced, 4))

            # сам вес здесь не трогаем, только советуем
            weight = hparams.get('guided_attention_weight', 1.0)
            advice = weight * params['guided_attention_boost']
            response['reason'] += f' (вес guided attention {weight:.2f}, лучше {advice:.2f})'

        elif problem == 'gate_collapse':
            threshold = hparams.get('gate_threshold', 0.5)
            moved = threshold + params['gate_threshold_adjust']
            response['hparams_changes']['gate_threshold'] = min(max(moved, 0.3), 0.7)
