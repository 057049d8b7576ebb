"""`python -m hpfix`, from any folder: what lies in the folder never stands for what hpfix means."""

import os
import sys

if __name__ == "__main__":
    if not sys.flags.safe_path:
        # A project may have an ast.py, a yaml.py or a folder codemods of its own.
        del sys.path[0]
    home = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    if home not in sys.path:
        sys.path.insert(0, home)

    from hpfix.cli import run

    run()
