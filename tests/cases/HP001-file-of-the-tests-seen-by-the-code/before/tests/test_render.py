from render import shown


def test_shown(client):
    for model in client.models():
        assert shown(model) and model.name and model.id and model.creation_time
