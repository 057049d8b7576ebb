import argparse
import subprocess

parser = argparse.ArgumentParser()
parser.add_argument("--times", type=int, default=1)
parser.add_argument("command", nargs=argparse.REMAINDER)
args = parser.parse_args()
for _ in range(args.times):
    subprocess.check_call(args.command)
