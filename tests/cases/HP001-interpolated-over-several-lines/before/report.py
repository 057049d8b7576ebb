from hparams import hparams

print(f"""
скорость {hparams.lerning_rate:.3e}, lerning_rate и {{lerning_rate}}
   вес {hparams
        .wieght_decay!r:>{hparams.hiden_size}}
""" "пакет: lerning_rate"
      rf"\d {hparams.batch_size}")
