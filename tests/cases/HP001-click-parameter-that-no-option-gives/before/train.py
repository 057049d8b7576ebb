import click


@click.command()
@click.option("--learning-rate", "-lr", default=1e-3, type=float)
@click.option("--batch-size", default=32)
@click.argument("DATA_DIR")
def train(lr, batch_size, data_dir):
    print(lr, batch_size, data_dir)
    return lr * batch_size


@click.command()
@click.option("--hidden-size", default=64)
@click.option("--depth", default=2)
@click.option("--resume/--no-resume", default=False)
def export(hidden_size, resume):
    print(hidden_size, resume)


@click.command()
@click.option("--width", default=8)
@click.pass_context
def show(ctx, width, **options):
    print(width, ctx.params["width"], ctx.params["heigth"], options["height"])
