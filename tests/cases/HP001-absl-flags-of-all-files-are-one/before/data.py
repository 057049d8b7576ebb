from tensorflow.compat.v1 import flags

flags.DEFINE_string("data_dir", "", "Where the data are.")


def load(options):
    print(options.data_dir, options.model_dir)
