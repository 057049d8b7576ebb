from hparams import hparams

print(hparams.batch_size)
warm = hparams.warm_up + \
    1  # hpfix: ignore[HP001] the plugin adds it
print(f"""cooling down:
    {hparams.cool_down}
""")  # hpfix: ignore[HP001] so it does this one
print(hparams.zone_out, "# hpfix: ignore[HP001] in a string is no comment")
