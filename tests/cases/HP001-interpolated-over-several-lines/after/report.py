from hparams import hparams

print(f"""
скорость {hparams.learning_rate:.3e}, lerning_rate и {{lerning_rate}}
   вес {hparams
        .weight_decay!r:>{hparams.hidden_size}}
""" "пакет: lerning_rate"
      rf"\d {hparams.batch_size}")
