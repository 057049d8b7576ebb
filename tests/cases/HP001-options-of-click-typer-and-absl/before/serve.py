import typer

app = typer.Typer()


@app.command()
def serve(model: str, max_tokens: int = 64, greedy: bool = False, seed: int = typer.Option(0, "--seed", "-s")):
    print(model, max_tokens, greedy, seed)


if __name__ == "__main__":
    app()
