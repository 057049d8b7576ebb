from dataclasses import replace

from config import Base, Large

small = Base(hidden_size=64)
large = replace(Large(), hidden_size=256)
print(small.hidden_size, large.hidden_size, large.depth, large.heads)
