from hparams import hparams

REPORTED = (
    "batch_size",
    "fp16_loss_scale",  # apex is gone
    # the rest is the same in every run
    "seed",
)
for name in REPORTED:
    print(name, getattr(hparams, name))

QUICK = {
    "epochs": 2,
    # as in the paper
    "noam_schedule": [  # steps
        4000,
        8000,  # the longer one
    ],
    "seed": 1,
}
hparams.override_from_dict(QUICK)
short = hparams.replace(
    epochs=3,
    cudnn_mode=0,  # slower
    seed=5,
)
hparams.parse("epochs=3,distributed_port=[1,2], seed=5")
print(hparams.weight_decay, hparams.grad_clip, hparams.batch_size)
