from dataclasses import replace

from config import Base, Large

small = Base(width=64)
large = replace(Large(), width=256)
print(small.width, large.width, large.depth, large.heads)
