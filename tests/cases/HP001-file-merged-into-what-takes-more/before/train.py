import sys

from defaults import _C, cfg, with_head

_C.merge_from_file("configs/open.yaml")
print(_C.SEED, _C.MODEL.DEPTH)

with_head(cfg)
cfg.merge_from_file("configs/head.yaml")
print(cfg.RATE, cfg.STEPS, cfg.HEAD.WIDTH, cfg.HEAD.POOL)

cfg.set_new_allowed(True)
cfg.merge_from_file("configs/anything.yaml")

books = __import__("library").open_books(sys.argv[1])
books.merge_from_file("lists/books.yaml")
