from determined.pytorch import PyTorchTrial


class DigitsTrial(PyTorchTrial):
    def __init__(self, context):
        self.rate = context.get_hparam("learning_rate")
        self.model = Network(context.get_hparam("n_filters"), context.get_hparam("dropout"))
