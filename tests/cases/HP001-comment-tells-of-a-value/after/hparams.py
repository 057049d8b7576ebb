from tools import HParams

hparams = HParams(
    batch_size=32,
    warmup=4000,  # previously max_steps // 10
    accumulate=4,  # used to be micro_batch // 2
    clip=1.0,  # old: scale * grad_norm; previously scale
    ceiling=2.0,  # was peak_norm, now computed by the trainer
    floor=0.1,  # was lowest; now it follows the schedule
    # min_lr (as lr) is per optimizer step, lr comes from the scheduler
    min_lr=1e-6,
    gamma=0.5,  # was lr_decay
    width=80,  # the number of bands; formerly bands.
    depth=3,  # (old: stacked_layers)
    momentum=0.9,  # renamed from beta for consistency
)
