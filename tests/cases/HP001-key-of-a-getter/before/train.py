import operator
from operator import attrgetter, itemgetter

from hparams import hparams
from settings import CONFIG

size, epochs = attrgetter("batch_size", "epoch")(hparams)
decay = vars(hparams)["weight_decays"]
clip = hparams.__dict__["grad_clip_tresh"]
seed = hparams.__getattribute__("sead")

print(CONFIG["name"], CONFIG["model"]["hidden_size"], CONFIG["model"]["n_layer"])
print(itemgetter("warm_up")(CONFIG["train"]), operator.itemgetter("train")(CONFIG)["accumulate"])
print(CONFIG.get("train", {})["epochs"], CONFIG["model"].pop("n_heads"))
