class OptimizationEngine:
    def __init__(self, config):
        self.search_space = config['hyperparameter_search_space']

    def suggest(self, trial):
        params = {}
        for name, spec in self.search_space.items():
            params[name] = trial.suggest_float(name, spec['min'], spec['max'])
        # большие значения dropout складываются и душат внимание
        dropout_params = ['attention_dropout', 'prenet_dropout', 'postnet_dropout']
        for p in dropout_params:
            if p in params:
                params[p] = min(params[p], 0.4)
        params['learning_rate'] = min(params.get('learning_rate', 1e-3), 1e-2)
        return params, params['batch_size'], params['gate_threshold']
