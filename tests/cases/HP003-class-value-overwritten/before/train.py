from settings import Settings as hp

for clip in read_clips(hp.clip_length, hp.sample_rate):
    step(clip, hp.batch_size, hp.n_mels)
