from hparams import hparams


def train(model, batches):
    optimizer = Adam(model.parameters(), lr=hparams.voice_lr)
    for step, batch in zip(range(hparams.voice_steps), batches):
        optimizer.step(model(batch))
        if step % hparams.voice_save_every == 0:
            save(model, optimizer, step)
