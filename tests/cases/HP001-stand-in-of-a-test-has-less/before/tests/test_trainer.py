from types import SimpleNamespace

from engine.trainer import patch


def test_patch():
    config = SimpleNamespace(name="student", vocabulary=17, get_text_config=None)
    patch(SimpleNamespace(config=config), deep=False)
    print(config.name, config.vocabulary, config.vocabularies)
