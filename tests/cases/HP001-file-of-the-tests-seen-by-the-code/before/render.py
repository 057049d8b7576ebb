def shown(model):
    return {
        "name": model.name,
        "id": model.id,
        "notes": model.notes,
        "labels": model.labels,
        "username": model.username,
        "creation_time": model.creation_time,
    }
