train = None
distributed = None
preempt = None
checkpoint = None
searcher = None
