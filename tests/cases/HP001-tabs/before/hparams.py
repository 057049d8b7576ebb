from tensorflow.contrib.training import HParams


def create_hparams():
	return HParams(
		window_size=10,
		learning_rate=1e-4,
		replay_capacity=100000,	# renamed from memory_size
	)
