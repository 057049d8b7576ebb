"""How a repair becomes edits: every reference of a key together, or a declaration, or a removal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from hpfix.command_lines import COMMAND_LINE
from hpfix.command_options import is_tuned
from hpfix.comment_tokens import mark_line
from hpfix.evidence.ranking import Candidate
from hpfix.file_kinds import (
    JSON,
    TOML,
    WORD,
    YAML,
    in_kind,
    is_document,
    renaming_in,
    renaming_of_words,
)
from hpfix.findings import Confidence, Edit, Evidence, Finding, Fix
from hpfix.gaps import Gap
from hpfix.index import Index
from hpfix.model import POSITIONAL, Bound, Declaration, Place, Schema, Value
from hpfix.spelling import as_option, has_dashes, is_interpolated, is_option, source_at, written

WITHIN = frozenset({"name list", "interpolation"})
"""In YAML, JSON and TOML, names within a text."""
IN_TEXT = {
    YAML.renaming: "yaml_rename_in_scalar",
    JSON.renaming: "json_rename_in_text",
    TOML.renaming: "toml_rename_in_text",
}


def rename(
    texts: Mapping[str, str],
    key: str,
    to: str,
    bound: Iterable[Bound],
    *,
    confidence: Confidence,
    evidence: tuple[Evidence, ...] = (),
) -> Fix:
    """Rename a key at each of these references, whatever the files; an option becomes one."""
    places: dict[tuple[str, str, str, str], list[Place]] = defaultdict(list)
    for each in bound:
        place = each.reference.place
        old, new, codemod = key, to, renaming_in(place.path)
        is_bare = is_tuned(each.reference) and not is_option(texts[place.path], place)
        if each.reference.form == COMMAND_LINE and not is_bare:
            old = source_at(texts[place.path], place)
            new, codemod = as_option(old, to, each.schema), renaming_of_words(place.path)
        elif each.reference.form == "override string" and is_document(place.path):
            codemod = renaming_of_words(place.path)
        elif is_bare:
            old = source_at(texts[place.path], place).strip("'\"")
            new = as_option(f"--{old}", to, each.schema).lstrip("-")
        elif each.reference.form in WITHIN:
            codemod = IN_TEXT.get(codemod, codemod)
        elif each.reference.form == "search space":  # `model.lr` in one word
            written_so = source_at(texts[place.path], place).strip("'\"")
            outer = written_so.removesuffix(key) if written_so.endswith(f".{key}") else ""
            old, new = f"{outer}{old}", f"{outer}{new}"
        places[place.path, codemod, old, new].append(place)
    edits = _edits(places)
    spellings = {new for *_, new in places}
    spelled = spellings.pop() if len(spellings) == 1 else to
    title = f"rename to `{spelled}`"
    return Fix("rename", title, confidence, evidence, edits, to=to)


def _edits(places: Mapping[tuple[str, str, str, str], Sequence[Place]]) -> tuple[Edit, ...]:
    """One edit for each way to write the name, or, of words, one for each place: from the last on,
    as each word of a line moves those behind it."""
    edits: list[tuple[str, Place, Edit]] = []
    for (path, codemod, old, new), at in places.items():
        arguments = (("old", old), ("new", new))
        is_mixed = sum(each[0] == path for each in places) > 1 and codemod.endswith(WORD)
        for told in [(each,) for each in at] if is_mixed else [tuple(at)]:
            edits.append((path, max(told), Edit(path, codemod, told, arguments)))
    edits.sort(key=lambda each: each[2])
    edits.sort(key=lambda each: each[1], reverse=True)
    edits.sort(key=lambda each: each[0])
    return tuple(each for *_, each in edits)


def renames(index: Index, gap: Gap, found: Iterable[Candidate]) -> tuple[Fix, ...]:
    """The candidates for a gap as renames of all its references, best first; no option becomes
    what a command line gives by its place."""
    has_options = any(each.reference.form == COMMAND_LINE for each in gap.bound)
    return tuple(
        rename(
            index.texts,
            gap.key,
            each.declaration.key,
            gap.bound,
            confidence=each.confidence,
            evidence=each.evidence,
        )
        for each in found
        if not (has_options and POSITIONAL in each.declaration.spellings)
    )


def replace_receivers(index: Index, gap: Gap, other: Schema) -> tuple[Fix, ...]:
    """Look the key up in another object at each of its references; never done by itself."""
    from hpfix.evidence.receivers import at_hand

    found = at_hand(index, gap.bound, other)
    if found is None:
        return ()
    names: dict[tuple[str, str, str], list[Place]] = defaultdict(list)
    for place, old, new in found.swaps:
        names[place.path, old, new].append(place)
    edits = tuple(
        Edit(path, "rename_key", tuple(places), (("old", old), ("new", new)))
        for (path, old, new), places in sorted(names.items())
    )
    to = f"{found.receiver}.{gap.key}"
    return (Fix("replace", f"read `{to}`", Confidence.unsure, (found.evidence,), edits, to=to),)


def rename_declarations(index: Index, gap: Gap, found: Iterable[Candidate]) -> tuple[Fix, ...]:
    """Of the candidates whose declaration is misspelt, the rename to what is read."""
    return tuple(
        _rename_declaration(index, gap, each.declaration.key, each.slip)
        for each in found
        if each.slip is not None
    )


def _rename_declaration(index: Index, gap: Gap, declared: str, slip: Evidence) -> Fix:
    """Rename a declared key where it is declared, and the few references that it has."""
    schema = gap.schema
    places = [each.place for each in schema.declarations if each.key == declared]
    places += [each.reference.place for each in index.uses_of(schema, declared)]
    fix = rename_places(index.texts, dict.fromkeys(places), declared, gap.key, (schema,))
    title = f"rename the declaration `{declared}` to `{gap.key}`"
    return fix._replace(title=title, confidence=Confidence.unsure, evidence=(slip,))


def rename_places(
    texts: Mapping[str, str],
    places: Iterable[Place],
    old: str,
    new: str,
    schemas: Sequence[Schema],
) -> Fix:
    """Rename a key where it is declared and referred to; an option keeps its dashes."""
    spelled: dict[tuple[str, str, str, str], list[Place]] = defaultdict(list)
    for place in places:
        path = place.path
        name, at = written(texts[path], place, old)
        dashed = at != place and has_dashes(texts, name, schemas)
        codemod = (renaming_of_words if is_option(texts[path], place) else renaming_in)(path)
        if codemod in IN_TEXT and is_interpolated(texts[path], place):
            codemod = IN_TEXT[codemod]
        spelled[path, codemod, name, new.replace("_", "-") if dashed else new].append(at)
    edits = _edits(spelled)
    title = f"rename `{old}` to `{new}`"
    return Fix("rename-declaration", title, Confidence.safe, (), edits, to=new)


def is_other_name(fix: Fix) -> bool:
    """Whether it gives the key one other name, whatever the place."""
    is_one = fix.action == "rename" and fix.to is not None
    return is_one and all("rename" in each.codemod for each in fix.edits)


PUT_IN = frozenset({"HParams call", "namespace", "dict", "config file"})
"""Declared by the arguments of a call or the items of a mapping, which a codemod can add."""


def insert(
    schema: Schema,
    key: str,
    value: str | None,
    *,
    after: str | None,
    comment: str = "",
    confidence: Confidence,
    evidence: tuple[Evidence, ...] = (),
) -> Fix:
    """Declare a key with a default given as source text; without one, it has to be asked for."""
    if value is None:
        return Fix(
            "insert", f"declare `{key}`, its value to be given", confidence, evidence, (), key
        )
    arguments = [("key", key), ("value", value)]
    if comment:
        arguments.append(("comment", comment))
    codemod, place = in_kind("add_declaration", schema.place.path), schema.place
    if schema.form == "config file":
        own = [each for each in schema.declarations if each.place.path == schema.place.path]
        beside = next((each for each in own if each.key == after), own[-1])
        codemod, place, after = _insertion(schema.place.path), beside.place, beside.key
    if after is not None:
        arguments.append(("after", after))
    edit = Edit(schema.place.path, codemod, (place,), tuple(arguments))
    signs = {"add_declaration": "=", "toml_insert_key": " = "}
    said = f"{key}{signs.get(codemod.removeprefix('notebook_'), ': ')}{value}"
    title = f"declare `{said}` in {schema.place.path}"
    return Fix("insert", title, confidence, evidence, (edit,), key, value)


def _insertion(path: str) -> str:
    """The codemod that puts a key into a configuration file."""
    kind = path.rpartition(".")[2]
    return f"{kind if kind in ('json', 'toml') else 'yaml'}_insert_key"


def keep(
    kept: Declaration,
    repeated: Sequence[Declaration],
    *,
    confidence: Confidence,
    evidence: tuple[Evidence, ...] = (),
) -> Fix:
    """Keep one of several definitions of a key and remove the others."""
    places = tuple(each.place for each in repeated if each != kept)
    path = kept.place.path
    is_code = path.endswith((".py", ".ipynb"))
    removal = renaming_in(path).replace("rename", "remove")
    codemod = in_kind("remove_duplicate", path) if is_code else removal
    edit = Edit(path, codemod, places, (("key", kept.key),))
    source = "" if kept.value is None else kept.value.source
    number = repeated.index(kept) + 1
    shown = f"{kept.key}={source}" if source else kept.key
    title = f"keep `{shown}`, number {number} of {len(repeated)}, and remove the rest"
    return Fix("delete", title, confidence, evidence, (edit,), value=source)


def suppress(finding: Finding, texts: Mapping[str, str]) -> Fix:
    """Say on each line of the finding that it is meant: `# hpfix: ignore[HP001]`."""
    lines: dict[str, set[int]] = defaultdict(set)
    for path, line, *_ in finding.places:
        lines[path].add(mark_line(path, texts[path], line))
    edits = tuple(
        Edit(
            path,
            "add_comment",
            tuple(Place(path, line, 1, line, 1) for line in sorted(lines[path])),
            (("code", finding.code), ("kind", path.rpartition(".")[2])),
        )
        for path in sorted(lines)
    )
    title = f"ignore {finding.code} for good on {sum(map(len, lines.values()))} line(s)"
    return Fix("suppress", title, Confidence.unsure, (), edits)


def as_python(value: Value, schema: Schema, kind: str | None = None) -> str:
    """The source of a YAML value as the declaration would write it.

    A whole number of a float range is a float: the override parser casts to the type of the
    default (dialects 1.1). Text takes the quotes that the schema's own text has.
    """
    match value.literal:
        case bool() | None:
            return repr(value.literal)
        case int() if kind == "float":
            return repr(float(value.literal))
        case str() | tuple():
            literal = list(value.literal) if isinstance(value.literal, tuple) else value.literal
            source = repr(literal)
            doubled = source.replace("'", '"')
            is_safe = '"' not in source and source.count("'") % 2 == 0 and "\\" not in source
            return doubled if is_safe and _prefers_double(schema) else source
    return value.source


def _prefers_double(schema: Schema) -> bool:
    sources = [each.value.source for each in schema.declarations if each.value is not None]
    doubles = sum(source.startswith('"') for source in sources)
    return doubles > sum(source.startswith("'") for source in sources)
