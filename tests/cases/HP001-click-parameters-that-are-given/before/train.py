import functools

import click


def common_options(function):
    return click.option("--seed", default=0)(function)


@click.group()
@click.option("--verbose/--quiet", default=False)
@click.pass_context
def cli(ctx, verbose):
    ctx.obj = {"verbose": verbose}


@cli.command("fit")
@click.option("--Learning-Rate", "rate", default=1e-3)
@click.option("-n", "--num-steps", "--steps", default=100)
@click.option("--config", callback=print, expose_value=False)
@click.argument("data-dir", type=click.Path())
@click.version_option("1.0")
@click.pass_obj
def fit(obj, rate, num_steps, data_dir, note="none"):
    print(obj, rate, num_steps, data_dir, note)


@cli.command()
@common_options
@click.option("--width", default=8)
def export(width, seed):
    print(width, seed)


@click.command()
@click.option("--depth", default=2)
def show(**options):
    print(options["depth"])
