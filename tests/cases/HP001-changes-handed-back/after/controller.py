class EarlyStopController:
    def advise(self, problem: str, hparams: dict) -> dict:
        response = {"action": "adjust", "hparams_changes": {}}
        if problem == "overfitting":
            dropout = hparams.get("p_attention_dropout", 0.1)
            response["hparams_changes"]["p_attention_dropout"] = min(dropout + 0.05, 0.3)
        elif problem == "instability":
            rate = hparams.get("learning_rate", 1e-3)
            response["hparams_changes"]["learning_rate"] = 0.8 * rate
            response["hparams_changes"]["batch_size"] = hparams["batch_size"] // 2
        return response
