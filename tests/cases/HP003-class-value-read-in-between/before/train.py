from settings import Settings as hp

clips = read_clips(hp.root, hp.clip_length, hp.half_clip)
train(clips, hp.layers, hp.batch_size, hp.steps, hp.rate, hp.names)
