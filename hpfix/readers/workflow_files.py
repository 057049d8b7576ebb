"""Workflows of GitHub, GitLab, CircleCI and their kin: they tell a service what to run."""

from __future__ import annotations

from collections.abc import Iterator

from hpfix.documents import Document
from hpfix.readers.facts import Fact
from hpfix.readers.mapping_documents import reads_document

FOLDERS = (".github/", ".circleci/", ".gitlab/")
NAMES = (".gitlab-ci.yml", ".travis.yml", "azure-pipelines.yml", "bitbucket-pipelines.yml")


def is_workflow(document: Document) -> bool:
    """Whether the service finds the file: such files have one place, whatever they say."""
    path = document.path
    return path.startswith(FOLDERS) or path.rpartition("/")[2] in NAMES


@reads_document(is_workflow)
def read_workflow(document: Document) -> Iterator[Fact]:
    """Nothing: its keys are the service's, and its commands are read as those of any document."""
    yield from ()
