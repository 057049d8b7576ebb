class Settings:
    N = 180
    T = 810
    r = 4
