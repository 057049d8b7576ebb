from config import ExtendedConfig, ForeignConfig, LenientConfig, SmallFilledConfig

foreign = ForeignConfig()
extended = ExtendedConfig()
lenient = LenientConfig()
filled = SmallFilledConfig()
print(foreign.momentum, extended.momentum, lenient.momentum, filled.momentum)
