def show(answer):
    return answer["id"], answer["title"], answer["labels"], answer["authors"]
