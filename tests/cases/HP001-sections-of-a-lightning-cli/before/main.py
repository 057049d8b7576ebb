from lightning.pytorch.cli import LightningCLI

from modules import Digits, Net


def main():
    LightningCLI(Net, Digits)


main()
