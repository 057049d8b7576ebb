def build_vocab(opt):
    vocabs = {"task": opt.data_task, "data": opt.data, "kind": opt.data_type}
    if opt.n_features > 0:
        vocabs["multiple"] = opt.vocab_size_multiple
    return vocabs, opt.src_vocab, opt.tgt_vocab


def read_vocab(opt):
    print(opt.data, opt.data_type, opt.n_features, opt.vocab_size_multiple, opt.src_vocab)
    return opt.tgt_vocabs
