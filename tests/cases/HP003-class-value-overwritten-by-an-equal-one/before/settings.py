class Settings:
    batch_size = 16
    warmup_steps = 4_000  # before the schedule decays
    decay = 0.5
    # schedule
    warmup_steps = 4000


class Quick:
    batch_size = 2
    warmup_steps = 10
    decay = 0.5; decay = 0.5
    seed = 1
