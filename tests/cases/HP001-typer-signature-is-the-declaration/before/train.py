from typing import Annotated

import typer

app = typer.Typer()


@app.command()
def train(
    ctx: typer.Context,
    data_dir: str,
    learning_rate: float = 1e-3,
    batch_size: int = typer.Option(32, "--batch-size", "-b"),
    resume: Annotated[bool, typer.Option()] = False,
):
    print(data_dir, learning_rate, batch_size, resume)
    print(ctx.params["learning_rate"], ctx.params["lerning_rate"], ctx.params.get("resume"))


if __name__ == "__main__":
    app()
