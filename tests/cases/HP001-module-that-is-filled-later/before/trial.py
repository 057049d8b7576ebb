import context


class Trial:
    def __init__(self, core):
        self.core = core

    def run(self):
        self.core.profiler.on()
        print(self.core.train.steps, self.core.distributed.rank, self.core.preempt.wanted)
        return self.core.checkpoint.path, self.core.searcher.done


def main():
    print(context.train, context.preempt, context.searcher)
