"""The tokens that evidence is compared by are those of Python's own tokenizer."""

from __future__ import annotations

import io
import tokenize
from pathlib import Path

import pytest

from hpfix.evidence.code_tokens import tokens

HOME = Path(__file__).parent.parent
FILES = sorted(
    each for folder in ("hpfix", "codemods", "tests") for each in (HOME / folder).rglob("*.py")
)
LEFT_OUT = {
    tokenize.COMMENT, tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER,
}  # fmt: skip


Found = list[tuple[str, tuple[int, int]]]


def tokenized(text: str) -> list[tokenize.TokenInfo]:
    """Raises TokenError or SyntaxError where the text does not read to its end."""
    return list(tokenize.generate_tokens(io.StringIO(text).readline))


def as_compared(every: list[tokenize.TokenInfo]) -> Found:
    return [
        ("\n" if each.type == tokenize.NEWLINE else each.string, (each.start[0], each.start[1] + 1))
        for each in every
        if each.type not in LEFT_OUT
    ]


def own(text: str) -> Found:
    found = tokens(text)
    return list(zip(found.texts, found.starts, strict=True))


def readable() -> dict[str, Found]:
    """Every text that reads as tokens to its end, f-strings in one piece, with its tokens."""
    texts = {}
    for path in FILES:
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
        try:
            every = tokenized(text)
        except (tokenize.TokenError, SyntaxError):
            continue
        kinds = {tokenize.tok_name[each.type] for each in every}
        if text.endswith("\n") and not {"ERRORTOKEN", "FSTRING_START"} & kinds:
            texts[text] = as_compared(every)
    return texts


def test_files_read_as_tokenize_reads_them() -> None:
    texts = readable()
    assert len(texts) > 500
    for text, expected in texts.items():
        assert own(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a = 1 + \\\n    b\n",
        "a = (1,  # one\n     # two\n     2)\n\n# end\n",
        'a = """x\n # no comment\n""" + rb\'\\\'\' + F"{b}"\n',
        "a = 0xFF_0 + 1e-3j + .5 + 1_0. + 0b1\nb **= a // 2 >> 1 if a != b else ...\n",
        "a: int = (b := 2)\r\ndef f() -> int: return a @ b\r\n",
        "\f\nclass A:\n\tx = {'a': [1,\n\t2]}\n",
        "größe = 'ß'; Ж = größe\n",
        'a = "b\\\r\nc"\r\nd = 2\r\n',
    ],
)
def test_text_reads_as_tokenize_reads_it(text: str) -> None:
    assert own(text) == as_compared(tokenized(text))


@pytest.mark.parametrize("text", ["a = 1", "a = 1  # one", "a = 1 \\\n# one", "a = 1 \t"])
def test_nothing_is_read_of_what_ends_the_text(text: str) -> None:
    assert tokens(text).texts == ("a", "=", "1")


@pytest.mark.parametrize("text", ['a = 1\nb = """no end\nc = 2\n', "a = 1\nb = 'no end\nc = 2\n"])
def test_string_without_an_end_is_the_end(text: str) -> None:
    assert tokens(text).texts == ("a", "=", "1", "\n", "b", "=")
