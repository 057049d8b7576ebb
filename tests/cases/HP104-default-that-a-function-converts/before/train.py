import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--model", type=str.lower, default="SGFormer", choices=["sage", "sgformer"])
print(parser.parse_args().model)
