from hparams import hparams


def train(model, batches):
    optimizer = Adam(model.parameters(), lr=hparams.text_lr)
    for step, batch in zip(range(hparams.text_steps), batches):
        optimizer.step(model(batch))
        if step % hparams.text_save_every == 0:
            save(model, optimizer, step)
