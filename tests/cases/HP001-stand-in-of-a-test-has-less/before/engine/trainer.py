def patch(model, deep):
    config = model.config.text_config if deep else model.config
    return config.vocabulary


def load(repository):
    from transformers import AutoModel

    return patch(AutoModel.from_pretrained(repository), deep=True)
