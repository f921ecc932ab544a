"""The table of contents: a line for each section that is a link and says the page.

A page is a field for itself, which LibreOffice counts whenever it lays the document out, and Word when its
fields are updated (Ctrl+A, F9) or, if it is set so, before printing. It is no field of the whole table:
LibreOffice takes the lines of one as they stand, and only a program that lays pages out knows their numbers.
Asking Word to count at once would greet every reader with a question.
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
    for entry in entries:
        paragraph = paragraphs.empty(inside, contents(entry.level))
        link = add(paragraph, "hyperlink", anchor=entry.bookmark, history="1")
        paragraphs.run(link, Run(entry.title))
        add(add(link, "r"), "tab")
        _field(link, "begin")
        code = add(add(link, "r"), "instrText")
        code.text = f" PAGEREF {entry.bookmark} \\h "
        _field(link, "separate")
        _field(link, "end")
    paragraphs.empty(inside, Style.TABLE_END)


def _field(paragraph: Element, kind: str) -> None:
    add(add(paragraph, "r"), "fldChar", fldCharType=kind)
