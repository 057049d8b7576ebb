import determined as det
from library import Network

hparams = det.get_cluster_info().trial.hparams
print(hparams["learning_rate"], hparams["dropout"])
Network(**hparams).fit()
