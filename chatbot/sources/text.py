"""From bytes to text that is safe to read and to show: UTF-8, bounded, nothing invisible."""

from __future__ import annotations

import re
from typing import Final

from chatbot.sources.codes import Code
from chatbot.sources.problems import START, Place, Problems

MAX_BYTES: Final = 1 << 20
"""The largest file that is read: 1 MiB."""

FORBIDDEN: Final = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Control characters, invisible ones, and those that turn the direction of writing."""


def decode(data: bytes, problems: Problems) -> str:
    """The text of a file, with line ends as `\\n`; what is wrong is noted in `problems`."""
    if len(data) > MAX_BYTES:
        problems.add(
            Code.TOO_LARGE,
            START,
            f"This file has {len(data)} bytes, more than the {MAX_BYTES} that are read.",
            "Either split it or remove what does not belong into it.",
        )
        return ""
    try:
        text = data.decode("utf-8")
        return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        problems.add(
            Code.NOT_UTF8,
            place_in(before, len(before)),
            "This file is not UTF-8 text.",
            'Save it again with the encoding "UTF-8".',
        )
        return ""


def admit(text: str, problems: Problems) -> bool:
    """Whether `text` may be read as YAML: bounded, without a byte order mark or control characters."""
    before = len(problems.found)
    if len(text) > MAX_BYTES:
        problems.add(
            Code.TOO_LARGE,
            START,
            f"This text has more than the {MAX_BYTES} characters that are read.",
            "Either split it or remove what does not belong into it.",
        )
        return False
    if text.startswith("\ufeff"):
        problems.add(
            Code.BYTE_ORDER_MARK,
            START,
            "This file begins with a byte order mark.",
            'Save it again as "UTF-8" without one (some editors say "UTF-8 without BOM").',
        )
    for found in FORBIDDEN.finditer(text, 1 if text.startswith("\ufeff") else 0):
        problems.add(
            Code.CONTROL_CHARACTER,
            place_in(text, found.start()),
            f"There is an invisible character here (U+{ord(found[0]):04X}).",
            "Remove it.",
        )
        if problems.full:
            break
    return len(problems.found) == before


def place_in(text: str, offset: int) -> Place:
    """The place of the character at `offset`."""
    return Place(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
