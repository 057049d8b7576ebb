import sys

from elsewhere import options

print(options(sys.argv))
