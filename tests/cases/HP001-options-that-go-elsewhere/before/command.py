import click


@click.command(context_settings={"ignore_unknown_options": True})
@click.option("--depth", default=3)
@click.argument("rest", nargs=-1)
def command(depth, rest):
    print(depth, rest)


if __name__ == "__main__":
    command()
