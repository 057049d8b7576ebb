import subprocess


def run(name, value, size):
    overrides = f"batch_size={size},{name}={value}"
    subprocess.run(["python", "train.py", "--hparams", overrides], check=True)


for rate in (0.1, 0.01):
    run("l" + "r", rate, 32)
