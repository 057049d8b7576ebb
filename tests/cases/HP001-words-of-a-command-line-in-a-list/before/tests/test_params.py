from params import parse_args


def test_it():
    args = parse_args(["--batch-size", "128"])
    assert args.batch_size == 128
