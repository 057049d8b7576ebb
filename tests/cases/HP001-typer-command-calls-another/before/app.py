import typer

app = typer.Typer()


@app.callback()
def main(verbose: bool = False):
    print(verbose)


@app.command()
def train(epochs: int = 1, rate: float = typer.Option(0.1)):
    print(epochs, rate)


@app.command()
def retrain(epochs: int = 2):
    train(epochs=epochs, rate=0.01)


app()
