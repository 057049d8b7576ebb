from tensorflow.contrib.training import HParams

from merging import merged
from model import default_hparams

CONFIGS = {
    "onsets": merged(HParams(velocity_scale=80.0, decode="viterbi"), default_hparams()),
    "drums": merged(HParams(velocity_scale=127.0, decode="greedy"), default_hparams()),
}
