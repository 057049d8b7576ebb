from absl import app, flags
from official.utils.flags import core as flags_core

FLAGS = flags.FLAGS
flags.DEFINE_float("learning_rate", 1e-3, "The first learning rate.")


def define():
    flags_core.define_base()
    flags_core.define_performance(num_parallel_calls=False)


def main(_):
    print(FLAGS.learning_rate, FLAGS.model_dir, FLAGS.batch_size)


if __name__ == "__main__":
    define()
    app.run(main)
