"""Reads our PDF back as a program for people who do not see it would: what each glyph stands for.

Text comes in the order in which it was set. Where a glyph cannot say alone what it stands for (a ligature,
marks above a letter, one sign for many characters), the PDF says so around it (`ActualText`), which most
readers for Python leave out, and we do not.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache

from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject, StreamObject

_ONE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_RANGE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_REORDERED = {"R", "AL", "AN"}
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
"""What Unicode calls ignorable by default: no glyph is drawn for it, so that none can stand for it."""


def opened(data: bytes) -> PdfReader:
    """The PDF."""
    return PdfReader(io.BytesIO(data), strict=True)


def pages_of(data: bytes, *, with_artifacts: bool = False) -> list[str]:
    """The text of each page, without any white space.

    Args:
        with_artifacts: also what is said again and again, such as the foot of a page and repeated headers.
    """
    reader = opened(data)
    return [
        bare("".join(_said(contents, page["/Resources"], reader, with_artifacts)))
        for page in reader.pages
        if (contents := page.get_contents()) is not None
    ]


def bare(text: str) -> str:
    """A text without white space, which goes where lines break, and without what is not to be seen."""
    return _UNSEEN.sub("", "".join(text.split()))


def found(wanted: str, text: str) -> bool:
    """Whether a text that was read back has another one in it.

    What is written from right to left, and letters with marks that a font draws as several glyphs, may come
    in another order or more than once: of those every character has to be there as often as it was written.
    """
    wanted = bare(wanted)
    if wanted in text:
        return True
    if not any(map(_moves, wanted)):
        return False
    have = Counter(text)
    return all(have[one] >= count for one, count in Counter(wanted).items())


@cache
def _moves(character: str) -> bool:
    return unicodedata.bidirectional(character) in _REORDERED or unicodedata.category(character)[0] == "M"


def _said(
    content: StreamObject, resources: DictionaryObject, reader: PdfReader, with_artifacts: bool
) -> Iterator[str]:
    fonts = {name: font.get_object() for name, font in resources.get("/Font", {}).items()}
    font: DictionaryObject = DictionaryObject()
    inside: list[str | None] = []
    for operands, operator in ContentStream(content, reader).operations:
        match operator:
            case b"BDC" | b"BMC":
                about = operands[1] if len(operands) > 1 else {}
                actual = about.get("/ActualText") if isinstance(about, dict) else None
                if not with_artifacts and operands[0] == "/Artifact":
                    actual = ""
                if actual is not None and not any(one is not None for one in inside):
                    yield str(actual)
                inside.append(actual)
            case b"EMC":
                inside.pop()
            case b"Tf":
                font = fonts[operands[0]]
            case b"Tj" | b"TJ" if not any(one is not None for one in inside):
                strings = operands[0] if operator == b"TJ" else [operands[0]]
                for one in strings:
                    if isinstance(one, (str, bytes)):
                        yield _decoded(one, font)
            case b"Do":
                inner = resources["/XObject"][operands[0]].get_object()
                if inner.get("/Subtype") == "/Form" and not any(one is not None for one in inside):
                    yield from _said(
                        inner, inner.get("/Resources", DictionaryObject()), reader, with_artifacts
                    )


def _decoded(string: str | bytes, font: DictionaryObject) -> str:
    raw = string if isinstance(string, bytes) else string.original_bytes
    wide = 1 if font["/Subtype"] == "/Type3" else 2
    says = _unicode(font["/ToUnicode"].get_data())
    codes = (int.from_bytes(raw[at : at + wide], "big") for at in range(0, len(raw), wide))
    return "".join(says.get(code, "") for code in codes)


@cache
def _unicode(table: bytes) -> dict[int, str]:
    says: dict[int, str] = {}
    for kind, block in _BLOCK.findall(table):
        if kind == b"bfchar":
            says |= {int(code, 16): _text(text) for code, text in _ONE.findall(block)}
        for first, last, text in _RANGE.findall(block) if kind == b"bfrange" else ():
            begin = _text(text)
            for step in range(int(last, 16) - int(first, 16) + 1):
                says[int(first, 16) + step] = begin[:-1] + chr(ord(begin[-1]) + step)
    return says


def _text(hexadecimal: bytes) -> str:
    return bytes.fromhex(hexadecimal.decode()).decode("utf-16-be", "surrogatepass")
