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


def as_tokenize(text: str) -> list[tuple[str, tuple[int, int]]]:
    """The same by `tokenize`. Raises what it raises where the text does not read to its end."""
    return [
        ("\n" if each.type == tokenize.NEWLINE else each.string, (each.start[0], each.start[1] + 1))
        for each in tokenize.generate_tokens(io.StringIO(text).readline)
        if each.type not in LEFT_OUT
    ]


def readable() -> list[str]:
    """Every text that reads as tokens to its end, f-strings in one piece."""
    texts = []
    for path in FILES:
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
        try:
            kinds = [
                tokenize.tok_name[each.type]
                for each in tokenize.generate_tokens(io.StringIO(text).readline)
            ]
        except (tokenize.TokenError, SyntaxError):
            continue
        if text.endswith("\n") and not {"ERRORTOKEN", "FSTRING_START"} & {*kinds}:
            texts.append(text)
    return texts


def test_files_read_as_tokenize_reads_them() -> None:
    texts = readable()
    assert len(texts) > 500
    for text in texts:
        found = tokens(text)
        assert list(zip(found.texts, found.starts, strict=True)) == as_tokenize(text)


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
    found = tokens(text)
    assert list(zip(found.texts, found.starts, strict=True)) == as_tokenize(text)


@pytest.mark.parametrize("text", ["a = 1", "a = 1  # one", "a = 1 \\\n# one", "a = 1 \t"])
def test_nothing_is_read_of_what_ends_the_text(text: str) -> None:
    assert tokens(text).texts == ("a", "=", "1")


@pytest.mark.parametrize("text", ['a = 1\nb = """no end\nc = 2\n', "a = 1\nb = 'no end\nc = 2\n"])
def test_string_without_an_end_is_the_end(text: str) -> None:
    assert tokens(text).texts == ("a", "=", "1", "\n", "b", "=")
