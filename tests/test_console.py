"""What a person sees: names marked under their source, nothing raw, nothing too wide."""

from __future__ import annotations

import io

import pytest

from hpfix.console import look_at
from hpfix.excerpt import excerpt, marked
from hpfix.findings import Confidence, Evidence, Finding, Fix
from hpfix.model import Place
from hpfix.paint import Look
from hpfix.printable import cut, printable, width_of, wrapped
from hpfix.reports.text import finding_lines, fix_lines

PLAIN = Look(60)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("имя 🚀 学习率", "имя 🚀 学习率"),
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("evil\u202egnp.py", "evil\\u202egnp.py"),
        ("a\nb\rc\x00", "a\\nb\\rc\\x00"),
        ("caf\udce9.yaml", "caf\\udce9.yaml"),
    ],
)
def test_what_would_steer_a_terminal_is_written_out(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_width_counts_columns() -> None:
    assert width_of("learning_rate") == 13
    assert width_of("学习率") == 6
    assert width_of("e\u0301") == 1


def test_text_is_broken_at_spaces_and_never_inside_a_word() -> None:
    assert wrapped("declared in hparams.py:12", 12, first="  ", rest="    ") == [
        "  declared",
        "    in",
        "    hparams.py:12",
    ]


def test_text_is_cut_to_columns() -> None:
    assert cut("学习率学习率", 7) == "学习率…"
    assert cut("short", 7) == "short"


@pytest.mark.parametrize(
    ("line", "start", "end", "expected"),
    [
        ("  dropout: 0.5", 2, 9, ("  dropout: 0.5", "  ^^^^^^^")),
        ("\tlr = hp.lr", 9, 11, ("    lr = hp.lr", " " * 12 + "^^")),
        ("学习率: hp.lr", 8, 10, ("学习率: hp.lr", " " * 11 + "^^")),
        ("\x1b[2Jhp.lr", 7, 9, ("\\x1b[2Jhp.lr", " " * 10 + "^^")),
        ("x", 1, 1, ("x", " ^")),
    ],
    ids=["plain", "tab", "wide characters", "escape sequence", "nothing at the end of a line"],
)
def test_the_mark_stands_under_the_name(
    line: str, start: int, end: int, expected: tuple[str, str]
) -> None:
    assert marked(line, start, end, 40) == expected


@pytest.mark.parametrize("width", [20, 35, 60])
@pytest.mark.parametrize("indent", [0, 30, 5_000_000])
def test_a_long_line_is_cut_around_the_name(width: int, indent: int) -> None:
    line = "x" * indent + "learning_rate" + "y" * 100
    shown, mark = marked(line, indent, indent + 13, width)
    assert width_of(shown) <= width
    start = mark.index("^")
    assert shown[start : start + 13] == "learning_rate"
    assert mark.count("^") == 13


def test_a_name_longer_than_the_line_has_room_for() -> None:
    shown, mark = marked("n" * 200, 0, 200, 20)
    assert width_of(shown) <= 20
    assert set(mark) == {"^"}


def test_the_line_and_its_neighbours() -> None:
    text = "a: 1\r\nlr: 2\r\nb: 3\r\n"
    assert excerpt(text, Place("a.yaml", 2, 1, 2, 3), PLAIN, around=1) == [
        "  1 | a: 1",
        "  2 | lr: 2",
        "    | ^^",
        "  3 | b: 3",
    ]


def test_there_is_no_line_after_the_last() -> None:
    assert len(excerpt("lr: 2\n", Place("a.yaml", 1, 1, 1, 3), PLAIN, around=1)) == 2


def test_a_place_over_several_lines_marks_the_first() -> None:
    text = "f(\n  a,\n)\n"
    assert excerpt(text, Place("a.py", 1, 1, 3, 2), PLAIN) == ["  1 | f(", "    | ^^"]


def finding(*places: Place, key: str = "lr") -> Finding:
    message = f"`{key}` is not declared in hparams.py"
    return Finding("HP001", "undeclared-key", "error", key, message, None, (), places)


def test_further_places_are_counted_after_a_handful() -> None:
    places = [Place("a.py", line, 1, line, 3) for line in range(1, 10)]
    lines = finding_lines(finding(*places), {"a.py": "lr\n" * 9}, PLAIN)
    assert lines[-2:] == [
        "  also a.py:2:1, a.py:3:1, a.py:4:1, a.py:5:1, a.py:6:1,",
        "    a.py:7:1 and 2 more",
    ]


def test_a_hostile_name_is_shown_escaped_everywhere() -> None:
    key = "lr\x1b]0;x\x07\u202e"
    hostile = finding(Place(f"{key}.py", 1, 1, 1, 3), key=key)
    fix = Fix("rename", f"rename to `{key}`", Confidence.safe, (Evidence("comment", key),), ())
    text = "\n".join(
        [*finding_lines(hostile, {f"{key}.py": f"{key}\n"}, PLAIN), *fix_lines([fix], PLAIN)]
    )
    assert all(line.isprintable() for line in text.split("\n"))
    assert text.count("\\x1b") == 5


@pytest.mark.parametrize("width", [40, 60, 200])
def test_nothing_is_wider_than_the_terminal(width: int) -> None:
    look = Look(width)
    long = finding(Place("tuner.yaml", 1, 3, 1, 5), key="attention_dropout")
    text = "  lr: {min: 0.1, max: 0.5}   # " + "очень длинное пояснение " * 9 + "\n"
    evidence = (Evidence("comment", "a comment in hparams.py says something that is rather long"),)
    fix = Fix("rename", "rename to `p_attention_dropout`", Confidence.likely, evidence, ())
    lines = [*finding_lines(long, {"tuner.yaml": text}, look), *fix_lines([fix], look)]
    assert max(map(width_of, lines)) <= width


class FakeTerminal(io.StringIO):
    """A terminal for tests, as wide as os.get_terminal_size says of nothing."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "choice", "environment", "colour"),
    [
        (io.StringIO(), "auto", {}, False),
        (FakeTerminal(), "auto", {}, True),
        (FakeTerminal(), "auto", {"NO_COLOR": "1"}, False),
        (FakeTerminal(), "auto", {"NO_COLOR": ""}, True),
        (FakeTerminal(), "auto", {"TERM": "dumb"}, False),
        (FakeTerminal(), "never", {}, False),
        (io.StringIO(), "always", {"NO_COLOR": "1"}, True),
        (io.StringIO(), "auto", {"FORCE_COLOR": "1"}, True),
        (io.StringIO(), "auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colour_only_where_it_is_wanted(
    stream: io.StringIO,
    choice: str,
    environment: dict[str, str],
    colour: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert look_at(stream, choice).colour is colour
