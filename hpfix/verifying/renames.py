"""A rename: at the places of its edits the old name became the new one, and nothing else did.

The text that it must give is made here from the places alone, and compared byte for byte; then the
trees of both texts have one shape, and differ where a name was renamed, by that name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from hpfix.findings import Edit
from hpfix.verifying.kinds import walk_of
from hpfix.verifying.spots import Spot, replaced, spots_of
from hpfix.verifying.toml_renames import further_spots, require_renamed
from hpfix.verifying.walks import Comment, Differs, Step, Walk

MARK = "\0"


def check_renames(edits: Sequence[Edit], before: str, after: str) -> None:
    """Raise Differs unless one text is the other with the names of some edits replaced.

    All places are those of `before`, and all edits are of one file.
    """
    spots = list(dict.fromkeys(spot for each in edits for spot in spots_of(each, before)))
    of_tables = [each for each in edits if each.codemod == "toml_rename_key"]
    for each in of_tables:
        spots += further_spots(each, before, after, spots)
    expected = [replaced(before, each) for each in _spelled(edits, spots)]
    if after not in expected:
        raise Differs("it is not the text with the names replaced")
    require_words(edits)
    path = edits[0].path
    one, other = walk_of(path, before), walk_of(path, after)
    if one is None or other is None:
        return
    require_named(one, other, spots)
    if of_tables:
        require_renamed(of_tables, before, after)


def require_words(edits: Sequence[Edit]) -> None:
    """Raise Differs where a word of a command would be more than a word to a shell."""
    for each in edits:
        name = dict(each.arguments)["new"]
        is_word = all(character.isalnum() or character in "_-." for character in name)
        if each.codemod.endswith("rename_word") and not is_word:
            raise Differs("a command would be read in another way")


def _spelled(edits: Sequence[Edit], spots: list[Spot]) -> Iterator[list[Spot]]:
    """The spots as they may be written: in JSON, other alphabets with escapes or as they are."""
    yield spots
    if all(each.codemod.startswith("json_") for each in edits):
        for is_ascii in (False, True):
            yield [
                each._replace(new=json.dumps(each.new, ensure_ascii=is_ascii)[1:-1])
                for each in spots
            ]


def require_named(one: Walk, other: Walk, spots: Sequence[Spot]) -> None:
    """Raise Differs unless two walks differ at the spots alone, by the names there."""
    if len(one.steps) != len(other.steps) or len(one.comments) != len(other.comments):
        raise Differs("the trees have not one shape")
    told: set[Spot] = set()
    for old, new in zip(one.steps, other.steps, strict=True):
        if old.said != new.said:
            told |= _changed(old, new, spots)
    for was, now in zip(one.comments, other.comments, strict=True):
        if was.text != now.text:
            told |= _changed(_as_step(was), _as_step(now), spots)
    silent = [each for each in spots if each not in told and each.old != each.new]
    if silent and not _are_repeated(one, silent):
        raise Differs("a name that was to be replaced is no name there")


def _changed(old: Step, new: Step, spots: Sequence[Spot]) -> set[Spot]:
    """The spots within a step that was renamed, and did not change otherwise."""
    within = {each for each in spots if old.start <= each.start and each.end <= old.end}
    names = sorted({name for each in within for name in (each.old, each.new)}, key=len)
    one, other = old.value, new.value
    for name in reversed(names):
        one, other = one.replace(name, MARK), other.replace(name, MARK)
    if not within or old._replace(value=one).said != new._replace(value=other).said:
        raise Differs("another node changes")
    return within


def _are_repeated(walk: Walk, spots: Sequence[Spot]) -> bool:
    """Whether the walk does not show every place of a name: a table of TOML that is spelled again,
    the target of `%run` or another line that is no Python."""
    leaves = [each for each in walk.steps if each.turn == 0]
    return not any(leaf.start <= each.start < leaf.end for leaf in leaves for each in spots)


def _as_step(comment: Comment) -> Step:
    return Step("comment", comment.text, comment.start, comment.start + len(comment.text))
