from tensorboard.plugins.hparams import api as hp

UNITS = hp.HParam("num_units", hp.Discrete([16, 32]), display_name="Units", description="width")
DROPOUT = hp.HParam("dropout", hp.RealInterval(0.1, 0.2), display_name="Dropout")


def run(session):
    print(UNITS.name, UNITS.domain.values, DROPOUT.domain.min_value, UNITS.display_name)
    hp.hparams({UNITS: 16, DROPOUT: 0.1})
