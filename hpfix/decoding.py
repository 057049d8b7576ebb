"""How the bytes of a file become text, and the name of the codec that turns it back."""

from __future__ import annotations

import codecs
import io

UTF8_BOM = codecs.BOM_UTF8


class Undecodable(Exception):
    """The bytes are not text in the encoding that the file claims."""


def decode(data: bytes, path: str) -> tuple[str, str]:
    """Return the text, byte-order mark and line ends included, and the codec it came from.

    Python's own rule for Python files (PEP 263: byte-order mark, then a coding cookie, then
    UTF-8); for YAML the byte-order mark decides (YAML 1.2, section 5.2). Encoding the text with
    the codec returns the same bytes; where it would not, Undecodable is raised.
    """
    codec = _python_codec(data) if path.endswith(".py") else _yaml_codec(data)
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Undecodable(f"not {codec} at line {line}") from None
    except LookupError:
        raise Undecodable(f"unknown encoding {codec}") from None
    if text.encode(codec) != data:
        raise Undecodable(f"{codec} does not give the same bytes back")
    return text, codec


def _python_codec(data: bytes) -> str:
    if data.startswith(UTF8_BOM) or b"coding" not in data[:512]:
        return "utf-8"
    import tokenize

    try:
        return tokenize.detect_encoding(io.BytesIO(data).readline)[0]
    except SyntaxError as error:
        raise Undecodable(str(error).lower()) from None


def _yaml_codec(data: bytes) -> str:
    if data.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le"
    if data.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be"
    return "utf-8"
