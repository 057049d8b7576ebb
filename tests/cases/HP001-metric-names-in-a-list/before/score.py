from hparams import hparams

METRICS = ["gate_accuracy", "attention_alignment_score", "gate_thresholds"]


def score(metrics):
    total = sum(metrics[name] for name in METRICS if name in metrics)
    return total - hparams.gate_threshold * hparams.attention_dim
