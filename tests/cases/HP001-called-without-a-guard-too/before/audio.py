def trim(wav, hp):
    return wav, hp.trim_db
