"""Say `python train.py`, or don't.

    python sweep.py [--anything]
    python elsewhere.py --depth 3
"""

import subprocess
import sys

SCRIPT = sys.argv[1]
subprocess.run([sys.executable, SCRIPT, "--depth", "3"])
subprocess.run([sys.executable, "-c", "print(1)", "--depth", "3"])
subprocess.run(["git", "log", "train.py", "--depth", "3"])
subprocess.run([sys.executable, "train.py", *sys.argv, "--n-heads", "3", "--", "--depth"])
subprocess.run("python train.py --depth 3", shell=True, cwd=SCRIPT)
names = ["python", "train.py", "heads"]
print(names)
