from absl import flags

flags.DEFINE_integer("num_steps", 100, "Steps to run.")
flags.mark_flag_as_required("eval_size")


def evaluate():
    print(flags.FLAGS.eval_batch_size, flags.FLAGS.batch_size)
