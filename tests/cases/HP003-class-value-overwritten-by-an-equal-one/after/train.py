from settings import Quick, Settings

run(Settings.batch_size, Settings.warmup_steps, Settings.decay)
run(Quick.batch_size, Quick.warmup_steps, Quick.decay, Quick.seed)
