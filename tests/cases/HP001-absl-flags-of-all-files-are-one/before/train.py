import tensorflow as tf

import data

flags = tf.app.flags
FLAGS = flags.FLAGS
flags.DEFINE_string("model_dir", "", "Where the model is.")
for part in ("encoder", "decoder"):
    flags.DEFINE_integer(part + "_layers", 4, "Layers of one part.")


def main(_):
    print(FLAGS.model_dir, FLAGS.data_dir, FLAGS.encoder_layers, FLAGS.decoder_layers)
    print(FLAGS.log_dir, FLAGS.flag_values_dict(), FLAGS.alsologtostderr, FLAGS.verbosity)
    if "shards" in FLAGS:
        print(FLAGS.shards)
    data.load(FLAGS)


if __name__ == "__main__":
    tf.app.run(main)
