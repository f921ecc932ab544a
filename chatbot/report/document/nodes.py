"""The parts of a document. Sections build it from the content of a report; writers turn it into a file.

All text in it is plain text: what somebody typed stands in it as typed, and every writer makes it safe in
its own way. Control characters have become visible signs already (`signed`), so that a line end inside a
`Quote` or a `Turn`, and a tab, are the only ones that a writer meets.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from msgspec import Struct


class Tone(StrEnum):
    """What a text is there for. It is said in words as well: a tone only gives it a look."""

    PLAIN = "plain"
    LEAD = "lead"
    """The conclusion that a reader should take away."""

    MUTED = "muted"
    """What helps to read the rest, such as a time."""

    GOOD = "good"
    OPEN = "open"
    """Not known, so it may still go either way."""

    WATCH = "watch"
    CAUTION = "caution"
    STOP = "stop"


class Run(Struct, frozen=True):
    """A stretch of text in one look, on one line; `tone` makes a badge or mark of a word or two."""

    text: str
    strong: bool = False
    emphasis: bool = False
    tone: Tone = Tone.PLAIN


TICK: Final = "\N{BALLOT BOX}"
"""An empty box for a tick, where it stands in a text."""

Text = tuple[Run, ...]
"""One line or paragraph."""


class Paragraph(Struct, frozen=True, tag="paragraph"):
    """A paragraph."""

    text: Text
    tone: Tone = Tone.PLAIN


class Items(Struct, frozen=True, tag="items", kw_only=True):
    """A list. Each item begins with a paragraph, and more may belong to it.

    Attributes:
        numbered: counted from `start`; otherwise with bullets.
        ticks: before each item stands an empty box for a tick, in place of a bullet.
    """

    items: tuple[tuple[Block, ...], ...]
    numbered: bool = False
    start: int = 1
    ticks: bool = False


class Column(Struct, frozen=True, kw_only=True):
    """A column of a table.

    Attributes:
        title: its header; may be empty only where the row header says it all.
        share: how wide it is in proportion to the others.
        to_fill_in: left empty for somebody to write in.
    """

    title: str
    share: int = 1
    to_fill_in: bool = False


class Table(Struct, frozen=True, tag="table", kw_only=True):
    """A table with a header row; every row has a cell for each column.

    Attributes:
        caption: what it shows, as a phrase.
        row_headers: the first cell of a row says what the row is about.
        room: where columns are to be filled in, for how many lines by hand a row has room.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]
    row_headers: bool = True
    room: int = 1


class Pairs(Struct, frozen=True, tag="pairs"):
    """Names with their values, such as where a report comes from."""

    pairs: tuple[tuple[str, Text], ...]


class Quote(Struct, frozen=True, tag="quote", kw_only=True):
    """What somebody said, verbatim and in all its lines; spaces count.

    Attributes:
        to: what it answers or belongs to; may be empty.
        by: who said it and when; may be empty.
        chosen: it was chosen from a list and not typed.
    """

    words: str
    to: str = ""
    by: str = ""
    chosen: bool = False


class Callout(Struct, frozen=True, tag="callout", kw_only=True):
    """Something that stands out, such as a warning."""

    title: Text
    tone: Tone
    blocks: tuple[Block, ...]


class Turn(Struct, frozen=True, tag="turn", kw_only=True):
    """One message of a conversation; lines and spaces count.

    Attributes:
        person: whether a person said it; otherwise the bot.
        question: the bot asks for an answer with it.
        marks: time, author, how it was understood, what became of it: short phrases.
        withdrawn: it no longer counts; `marks` says why.
    """

    words: str
    person: bool = False
    question: bool = False
    marks: tuple[str, ...] = ()
    withdrawn: bool = False


class Figure(Struct, frozen=True, tag="figure", kw_only=True):
    """A picture.

    Attributes:
        id: names it in file names and anchors.
        svg: a whole SVG document in UTF-8, `width` by `height` in CSS pixels, with `<title>` and `<desc>`.
        narrow: the same drawn for a phone; empty where a phone has to do with the usual one.
        caption: what is to be seen, as a phrase.
        alt: everything that it says, in sentences.
        plain: it was drawn by `pictures.svg`, which says what is in such a picture and what never is.
    """

    id: str
    svg: str
    narrow: str = ""
    width: int
    height: int
    caption: str
    alt: str
    plain: bool = False


Block = Paragraph | Items | Table | Pairs | Quote | Callout | Turn | Figure
"""What a section is made of."""


class Section(Struct, frozen=True, kw_only=True):
    """A heading with what belongs under it.

    Attributes:
        id: stable, for anchors and for outlines; unique in a document.
        blocks: what stands before the sections inside it.
        own_page: it begins a page where there are pages; the first one of a report also fits on one.
        together: it stands on one page where it has room on one. It has no sections inside it.
    """

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    own_page: bool = False
    together: bool = False


class Document(Struct, frozen=True, kw_only=True):
    """A whole document.

    Attributes:
        title: what it is called, also in a file's properties.
        lead: what stands under the title: name and value, such as the sector.
        about: what it is about in somebody's own words; may be empty.
        notices: what a reader has to know first, such as that it is not finished or that names were replaced.
        language: as in BCP 47.
        author: for a file's properties: who took part, as far as the document says it anywhere.
        at: the time of the last event, ISO 8601; every date in a file is this one.
        footer: for the foot of each page, a short phrase.
        short: it is read from its first page to its last, so that it needs no table of contents.
    """

    title: str
    lead: tuple[tuple[str, str], ...] = ()
    about: tuple[Block, ...] = ()
    notices: tuple[Text, ...] = ()
    sections: tuple[Section, ...]
    language: str = "en"
    author: str = ""
    at: str
    footer: str = ""
    short: bool = False


def line(text: str) -> Text:
    """A text in one look."""
    return (Run(text),) if text else ()


def plain(text: Text) -> str:
    """A text without its looks."""
    return "".join(run.text for run in text)
