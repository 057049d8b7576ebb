from collections import deque

from hparams import create_hparams


class Agent:
	def __init__(self):
		hparams = create_hparams()
		self.memory	=	deque(maxlen=hparams.replay_capacity)	# replay
		self.window = hparams.window_size
