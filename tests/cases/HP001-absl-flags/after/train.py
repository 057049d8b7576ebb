from absl import app, flags

from evaluate import evaluate

FLAGS = flags.FLAGS

flags.DEFINE_string("data_dir", None, "Where the data are.")
flags.DEFINE_integer("batch_size", 32, "Examples in one step.", lower_bound=1)
flags.DEFINE_float("learning_rate", 1e-3, "The first learning rate.")
flags.DEFINE_enum("mode", "fit", ["fit", "test"], "What to do.")
flags.DEFINE(flags.FloatParser(), "dropout", 0.1, "What is dropped.")
flags.mark_flags_as_required(["data_dir", "model_dir"])


def main(argv):
    print(FLAGS.data_dir, FLAGS.batch_size, FLAGS["learning_rate"].value, FLAGS.mode)
    FLAGS.dropout = 0.0
    FLAGS.num_steps = 10
    evaluate()
    print(FLAGS.learning_rat)


if __name__ == "__main__":
    app.run(main)
