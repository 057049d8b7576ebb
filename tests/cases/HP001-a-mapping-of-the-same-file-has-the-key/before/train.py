# what is put over the settings of a problem has the keys that they have
DRY_RUN = {"total_steps": 10, "log_step": 2, "save_step": 5, "evals_step": 5}


def main(problem):
    given = problem.settings
    print(given.total_steps, given.log_step, given.save_step, given.evals_step)


def show(given):
    print(given.total_steps, given.log_step, given.save_step, given.eval_steps)
