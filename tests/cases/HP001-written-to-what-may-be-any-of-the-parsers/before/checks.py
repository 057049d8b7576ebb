class Checker:
    @classmethod
    def check(cls, opt):
        opt.data_task = "seq2seq" if opt.data else "lm"
