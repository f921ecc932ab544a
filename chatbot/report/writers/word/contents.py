"""The table of contents: a field that Word can update, with its result in place already.

Its lines are links. They have no page numbers, because only a program that lays pages out knows them; asking
Word to count at once would greet every reader with a question, so the first update adds them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from chatbot.report.document.nodes import Document, Run, Section
from chatbot.report.writers.word.elements import Element, add
from chatbot.report.writers.word.names import Style, contents
from chatbot.report.writers.word.paragraphs import Paragraphs, Place

DEEPEST: Final = 1
_WORTH_IT: Final = 4
"""Sections from which a reader has use for a table of contents."""

_CODE: Final = f' TOC \\o "1-{DEEPEST}" \\h \\z \\u '


class Entry(Struct, frozen=True):
    """A line of the table: a heading and the bookmark that it has."""

    level: int
    title: str
    bookmark: str


def entries(document: Document) -> tuple[Entry, ...]:
    """The lines of a document's table, in order; none where it has no use for one."""
    if document.short or len(document.sections) < _WORTH_IT:
        return ()
    found: list[Entry] = []

    def collect(sections: Sequence[Section], level: int) -> None:
        for section in sections:
            found.append(Entry(level, section.title, f"_Toc{len(found) + 1:09}"))
            if level < DEEPEST:
                collect(section.sections, level + 1)

    collect(document.sections, 1)
    return tuple(found)


def add_contents(
    parent: Element, title: str, entries: Sequence[Entry], paragraphs: Paragraphs, *, new_page: bool
) -> None:
    """The table at the end of a parent, in the frame that Word puts around its own."""
    frame = add(parent, "sdt")
    gallery = add(add(frame, "sdtPr"), "docPartObj")
    add(gallery, "docPartGallery", "Table of Contents")
    add(gallery, "docPartUnique")
    inside = add(frame, "sdtContent")
    paragraphs.words(inside, Style.CONTENTS, title, Place(new_page=new_page))
    for at, entry in enumerate(entries):
        paragraph = paragraphs.empty(inside, contents(entry.level))
        if not at:
            _field(paragraph, "begin")
            code = add(add(paragraph, "r"), "instrText")
            code.text = _CODE
            _field(paragraph, "separate")
        paragraphs.run(add(paragraph, "hyperlink", anchor=entry.bookmark, history="1"), Run(entry.title))
    _field(paragraphs.empty(inside, Style.TABLE_END), "end")


def _field(paragraph: Element, kind: str) -> None:
    add(add(paragraph, "r"), "fldChar", fldCharType=kind)
