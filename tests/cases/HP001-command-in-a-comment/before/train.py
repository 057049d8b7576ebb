from hparams import hparams

cards = range(hparams.start_gpu, hparams.start_gpu + hparams.num_gpus)
train(cards, hparams.batch_size, hparams.learning_rate, hparams.n_mels)
