import click


@click.command()
@click.argument("data")
@click.option("--hidden-size", "-h", default=64)
@click.option("--rate", "learning_rate", default=0.1)
@click.option("--shout/--no-shout", "-s/-S", default=False)
def fit(data, hidden_size, learning_rate, shout):
    print(data, hidden_size, learning_rate, shout)


if __name__ == "__main__":
    fit()
