from config import audio, training

print(audio.sample_rate, audio.hop_length, audio.n_mels, audio.keys())
print(training.batch_size, training.learning_rate, training.epochs, training.seed)
