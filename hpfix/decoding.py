"""How the bytes of a file become text, and the name of the codec that turns it back."""

from __future__ import annotations

import codecs
import io

from hpfix.file_kinds import kind_of

UTF8_BOM = codecs.BOM_UTF8
BYTE_FOR_BYTE = "latin-1"
"""Of documents and scripts nothing is understood but commands, which are ASCII in every encoding
that they have been written in: nothing is lost where the rest is not known."""


class Undecodable(Exception):
    """The bytes are not text in the encoding that the file claims."""


def decode(data: bytes, path: str) -> tuple[str, str]:
    """Return the text, byte-order mark and line ends included, and the codec it came from.

    Python's own rule for Python files (PEP 263: byte-order mark, then a coding cookie, then
    UTF-8); for YAML the byte-order mark decides (YAML 1.2, section 5.2). Encoding the text with
    the codec returns the same bytes; where it would not, Undecodable is raised.
    """
    codec = _codec(data, path)
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Undecodable(f"not {codec} at line {line}") from None
    except LookupError:
        raise Undecodable(f"unknown encoding {codec}") from None
    except UnicodeError:  # `undefined`, `idna`: no place is told
        raise Undecodable(f"not {codec}") from None
    if not _is_given_back(text, codec, data):
        raise Undecodable(f"{codec} does not give the same bytes back")
    return text, codec


def _is_given_back(text: str, codec: str, data: bytes) -> bool:
    try:
        return text.encode(codec) == data
    except UnicodeError:
        return False


def _codec(data: bytes, path: str) -> str:
    if path.endswith(".py"):
        return _python_codec(data)
    codec = _yaml_codec(data)
    kind = kind_of(path)
    if codec == "utf-8" and kind is not None and kind.is_document and not _is_utf8(data):
        return BYTE_FOR_BYTE
    return codec


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


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
