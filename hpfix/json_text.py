"""A JSON text as nodes with places; comments and commas too many, as JSON5 and editors have them,
are read over."""

from __future__ import annotations

from json.decoder import scanstring  # type: ignore[attr-defined]  # as the json module itself does

from hpfix.documents import Entry, Node
from hpfix.model import Place, Value
from hpfix.positions import BOM, line_starts, position_of

BLANKS = " \t\r\n"
ENDS = BLANKS + ",:]}/"
WORDS = {
    "true": Value("true", "bool", True),
    "false": Value("false", "bool", False),
    "null": Value("null", "none"),
}


def read_nodes(path: str, text: str) -> Node:
    """The root of a text. Raises SyntaxError, ValueError or RecursionError where it is
    no JSON."""
    reading = _Reading(path, text)
    start = reading.skip(len(BOM) if text.startswith(BOM) else 0)
    root, end = reading.node(start)
    if (at := reading.skip(end)) < len(text):
        raise reading.error("more than one value", at)
    return root


class _Reading:
    """One text, read from left to right; each method returns where what it read ends."""

    def __init__(self, path: str, text: str) -> None:
        self._path, self._text = path, text
        self._starts = line_starts(text)

    def error(self, said: str, at: int) -> SyntaxError:
        """What is wrong, with the line of an offset."""
        return SyntaxError(said, (self._path, position_of(self._starts, at)[0], 0, ""))

    def skip(self, at: int) -> int:
        """The first character that is no blank and in no comment."""
        text = self._text
        while at < len(text):
            if text[at] in BLANKS:
                at += 1
            elif text.startswith("//", at):
                end = text.find("\n", at)
                at = len(text) if end < 0 else end
            elif text.startswith("/*", at):
                end = text.find("*/", at + 2)
                if end < 0:
                    raise self.error("a comment has no end", at)
                at = end + 2
            else:
                break
        return at

    def node(self, at: int) -> tuple[Node, int]:
        """A value of any kind."""
        match self._text[at : at + 1]:
            case "{":
                return self._object(at)
            case "[":
                return self._array(at)
            case '"':
                content, end = scanstring(self._text, at + 1, True)
                return Node(Value(content, "str", content), place=self._place(at, end)), end
        return self._word(at)

    def _object(self, start: int) -> tuple[Node, int]:
        entries: list[Entry] = []
        at = self.skip(start + 1)
        while self._text[at : at + 1] == '"':
            key, end = scanstring(self._text, at + 1, True)
            place, at = self._place(at, end), self.skip(end)
            if self._text[at : at + 1] != ":":
                raise self.error("a key has no value", at)
            inner, end = self.node(self.skip(at + 1))
            entries.append(Entry(key, place, inner))
            at = self._next(end)
        end = self._closed(at, "}")
        place = self._place(start, end)
        return Node(Value("", "mapping"), entries=tuple(entries), place=place), end

    def _array(self, start: int) -> tuple[Node, int]:
        items: list[Node] = []
        at = self.skip(start + 1)
        while self._text[at : at + 1] not in ("]", ""):
            inner, end = self.node(at)
            items.append(inner)
            at = self._next(end)
        end = self._closed(at, "]")
        literals = tuple(each.value.literal for each in items)
        flat = all(each.value.type not in ("list", "mapping") for each in items)
        value = Value("", "list", literals if flat else None)  # type: ignore[arg-type]
        return Node(value, items=tuple(items), place=self._place(start, end)), end

    def _word(self, start: int) -> tuple[Node, int]:
        text, end = self._text, start
        while end < len(text) and text[end] not in ENDS:
            end += 1
        word = text[start:end]
        place = self._place(start, end)
        if word in WORDS:
            return Node(WORDS[word], place=place), end
        if word.lstrip("-") in ("NaN", "Infinity"):
            return Node(Value(word, "unknown"), place=place), end
        is_whole = word.lstrip("-").isdigit()
        try:
            number = int(word) if is_whole else float(word)
        except ValueError:
            said = f"`{word}` is no value" if word else "a value is missing"
            raise self.error(said, start) from None
        return Node(Value(word, "int" if is_whole else "float", number), place=place), end

    def _next(self, at: int) -> int:
        """Where the next member may begin: behind a comma, or at the bracket."""
        at = self.skip(at)
        if self._text[at : at + 1] == ",":
            return self.skip(at + 1)
        if self._text[at : at + 1] not in ("}", "]"):
            raise self.error("a comma is missing", at)
        return at

    def _closed(self, at: int, bracket: str) -> int:
        if self._text[at : at + 1] != bracket:
            raise self.error(f"`{bracket}` is missing", at)
        return at + 1

    def _place(self, start: int, end: int) -> Place:
        starts = self._starts
        return Place(self._path, *position_of(starts, start), *position_of(starts, end))
