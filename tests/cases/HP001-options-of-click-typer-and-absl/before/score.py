from absl import app, flags

FLAGS = flags.FLAGS
flags.DEFINE_float("beam_width", 0.1, "")
flags.DEFINE_bool("cache", True, "")


def main(_):
    print(FLAGS.beam_width, FLAGS.cache)


if __name__ == "__main__":
    app.run(main)
