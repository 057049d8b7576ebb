import operator
from operator import attrgetter, itemgetter

from hparams import hparams
from settings import CONFIG

size, epochs = attrgetter("batch_size", "epochs")(hparams)
decay = vars(hparams)["weight_decay"]
clip = hparams.__dict__["grad_clip_thresh"]
seed = hparams.__getattribute__("sead")

print(CONFIG["name"], CONFIG["model"]["hidden_size"], CONFIG["model"]["n_layers"])
print(itemgetter("warmup")(CONFIG["train"]), operator.itemgetter("train")(CONFIG)["accumulate"])
print(CONFIG.get("train", {})["epochs"], CONFIG["model"].pop("n_heads"))
