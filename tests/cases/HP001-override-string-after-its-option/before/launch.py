import subprocess
import sys

command = [
    sys.executable, "train.py",
    "--output_directory", "outdir",
    "--hparams", "batch_size=8,epochs=2,fp16_run=False,save_every=100",
]
subprocess.run(command, check=True)
