"""The theme that comes with the program."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec

from chatbot.report.theme.theme import Theme
from chatbot.sources.cache import cached

FOLDER: Final = Path(__file__).parent / "shipped"
FONTS: Final = FOLDER / "fonts" / "usual"
FILES: Final = ("report.html.j2", "report.css", "report.md.j2", "report.typ", "report.docx")
TEXTS: Final = "texts.yaml"
OUTLINE: Final = "outline.yaml"

_READ_AS: Final = b"chatbot theme words 1\n"


class Words(msgspec.Struct, frozen=True):
    """The fixed texts by id, and for each audience the ids of its sections."""

    texts: Mapping[str, str]
    outline: Mapping[str, tuple[str, ...]]


def our_theme() -> Theme:
    """Our own theme, with everything that comes with it."""
    places = {name: FOLDER / name for name in FILES}
    words = our_words()
    return Theme(
        texts=words.texts,
        outline=words.outline,
        files={name: place.read_bytes() for name, place in places.items() if place.exists()},
        places={name: str(place) for name, place in places.items()},
        font_folders=(str(FONTS),),
    )


def our_words() -> Words:
    """Our own texts and outlines; YAML is read only where the cache does not have them."""
    texts, outline = ((FOLDER / name).read_bytes() for name in (TEXTS, OUTLINE))
    digest = hashlib.sha256(_READ_AS)
    for data in (texts, outline):
        digest.update(hashlib.sha256(data).digest())
    return cached(
        digest.hexdigest(),
        Words,
        lambda: msgspec.convert({"texts": _read(TEXTS, texts), "outline": _read(OUTLINE, outline)}, Words),
    )


def _read(name: str, data: bytes) -> object:
    """The data of one of the two files."""
    from chatbot.sources.nodes import plain
    from chatbot.sources.problems import Problems, SourceError
    from chatbot.sources.reader import read
    from chatbot.sources.text import decode

    problems = Problems(name)
    node = read(decode(data, problems), problems)
    if node is None or problems.found:
        raise SourceError(problems.in_order())
    return plain(node)
