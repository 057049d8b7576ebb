"""Which span of a string goes with one of its clauses: `"lr=0.1,bs=3"`."""

from __future__ import annotations

from collections.abc import Sequence

from codemods.splices import Refused, place_name

Span = tuple[int, int]


def clause_span(text: str, literal: Span, opaque: Sequence[Span], name: Span) -> Span:
    """Return the span of a clause with one of its commas.

    `literal` is what stands between the quotes, `opaque` are the interpolations in it, which say
    nothing of commas, and `name` is where the name of the clause stands. Refused when no value is
    assigned to the name, when it does not begin a clause, and when it is the only one.
    """
    where = f"`{text[slice(*name)]}` at {place_name(text, name[0])}"
    commas = _commas(text, literal, opaque)
    before = max((each for each in commas if each < name[0]), default=None)
    after = min((each for each in commas if each >= name[1]), default=None)
    begin = literal[0] if before is None else before + 1
    end = literal[1] if after is None else after
    if not _is_assigned(text[name[1] : end]):
        raise Refused(f"{where} is neither listed nor given a value in a string")
    lead = text[begin : name[0]].strip()
    if lead and not (before is None and lead.endswith("=")):  # "--hparams=lr=0.1,bs=3"
        raise Refused(f"{where} does not begin a clause of its string")
    behind = "" if after is None else text[after + 1 : literal[1]].lstrip()
    if behind:
        return name[0], literal[1] - len(behind)
    if before is not None and after is None:
        return before, begin + len(text[begin:end].rstrip())
    if before is not None:  # "bs=3,lr=0.1,", which another literal goes on from
        return name[0], literal[1]
    raise Refused(f"{where} is all that its string says")


def _commas(text: str, literal: Span, opaque: Sequence[Span]) -> list[int]:
    """Return the offsets of the commas that part clauses: not those of `[1,2]`."""
    found, depth = [], 0
    for offset in range(*literal):
        if any(start <= offset < end for start, end in opaque):
            continue
        match text[offset]:
            case "[":
                depth += 1
            case "]":
                depth -= 1
            case "," if depth == 0:
                found.append(offset)
    return found


def _is_assigned(rest: str) -> bool:
    """True for `=0.1` and `[0]=3`, what may stand behind a name."""
    rest = rest.lstrip()
    if rest.startswith("["):
        rest = rest.partition("]")[2].lstrip()
    return rest.startswith("=")
