import os
import subprocess
import sys

for heads in (2, 4):
    command = [sys.executable, "-u", "train.py", "--n-heads", str(heads), f"--out={heads}"]
    subprocess.run(command, check=True)
    subprocess.check_call(["python", "-m", "train", '--n-heads=3', "--heads", "5"])
os.system("python train.py --n-heads 3 --out 'c'")
