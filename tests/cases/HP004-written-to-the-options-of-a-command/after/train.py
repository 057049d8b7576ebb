import click


class Data:
    def __init__(self, **options):
        self.options = options


@click.command()
@click.option("--data_batch_size", default=32)
@click.option("--data_workers", default=4)
@click.option("--learning_rate", default=0.1)
def main(**kwargs):
    # one more for the data
    kwargs["data_seed"] = 7
    data = Data(**{name.replace("data_", ""): value for name, value in kwargs.items()})
    train(data, kwargs["learning_rate"])


@click.command()
@click.option("--batch_size", default=32)
@click.option("--learning_rate", default=0.1)
def tune(**kwargs):
    kwargs["learning_rate"] = 0.01
    print(kwargs["batch_size"], kwargs["learning_rate"])


def train(data, learning_rate):
    print(data.options, learning_rate)
