from hifigan.settings import hparams as fine
from waveglow.settings import hparams as flow


def describe():
    print(flow.n_flows, flow.n_group, flow.sigma, flow.with_noise)
    print(fine.upsample_rates, fine.resblock, fine.segment_size, fine.n_flows)
