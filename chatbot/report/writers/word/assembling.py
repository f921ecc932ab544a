"""A whole document put together: title, contents and sections in the place that the reference leaves them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeGuard

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE

from chatbot.report.document.nodes import Block, Document, Paragraph, Run, Section, Text, Turn
from chatbot.report.theme.theme import Theme
from chatbot.report.writers.word.archive import packed
from chatbot.report.writers.word.blocks import Blocks
from chatbot.report.writers.word.contents import DEEPEST, Entry, add_contents, entries
from chatbot.report.writers.word.elements import Element, add, child, each, number, w
from chatbot.report.writers.word.fitting import Room, fit
from chatbot.report.writers.word.leftovers import take_out_text
from chatbot.report.writers.word.names import Style, heading
from chatbot.report.writers.word.paragraphs import Paragraphs, Place, keep_together
from chatbot.report.writers.word.pictures import Pictures
from chatbot.report.writers.word.placeholders import fill, stands_for_report, values
from chatbot.report.writers.word.properties import describe, speak
from chatbot.report.writers.word.reference import Reference, open_reference
from chatbot.report.writers.word.tables import Box

_CONTENTS: Final = "contents"
"""The fixed text of a theme that stands above the table of contents."""

_CONTENTS_OTHERWISE: Final = "Contents"
_A4: Final = (11906, 16838)
_INCH: Final = 1440
_LOGO: Final = (3402, 907)
"""The most that a logo takes, wide and high: 6 cm by 1.6 cm, in twentieths of a point."""

_SVG: Final = "image/svg+xml"
_CAPTION_BELOW: Final = 1600
"""What a page keeps free for the heading above a picture and its caption, in twentieths of a point."""

ONE_LINE: Final = 90
"""How many characters of what stands under the title have room beside each other."""

_BETWEEN: Final = "  \N{MIDDLE DOT}  "
_FIRST_PICTURE: Final = 13
"""On the page of the first section, a picture takes so many hundredths of its height."""

Pair = tuple[str, str]


def assemble(document: Document, theme: Theme) -> bytes:
    """The document as `.docx`.

    Raises:
        ChatbotError: the theme's `report.docx` is no Word document.
    """
    reference = open_reference(theme)
    file = reference.file
    body = file.element.body
    there = next((one for one in body.findall(w("p")) if stands_for_report(one)), None)
    if there is None:
        take_out_text(file)
    fill(_around(file), values(document))
    setup = _setup(body, there)
    written = body.makeelement(body.tag)
    _Writer(reference, theme, written, setup).document(document)
    _put(written, body, there)
    describe(file, document)
    speak(file, document.language)
    return packed(file)


class _Writer:
    """Writes a document into a parent."""

    def __init__(self, reference: Reference, theme: Theme, parent: Element, setup: Element | None) -> None:
        width, height = _text_area(setup)
        self._theme = theme
        self._ours = reference.ours
        self._parent = parent
        self._box = Box(parent=parent, width=width)
        self._room = Room(width, height)
        self._styles = reference.styles
        self._paragraphs = Paragraphs(reference.styles)
        self._pictures = Pictures(reference.file, theme.font_folders)
        tallest = max(height - _CAPTION_BELOW, height // 2)
        self._blocks = Blocks(reference.styles, reference.lists, self._pictures, tallest)
        self._first = Blocks(
            reference.styles, reference.lists, self._pictures, min(tallest, height * _FIRST_PICTURE // 100)
        )
        self._bookmarks = max(
            (number(one.get(w("id")), 0) for one in each(reference.file.element, "bookmarkStart")), default=0
        )

    def document(self, document: Document) -> None:
        """All of it."""
        if self._ours and self._theme.logo:
            self._logo()
        self._paragraphs.words(self._parent, Style.TITLE, document.title)
        for pairs in _lines(document.lead):
            self._paragraphs.text(self._parent, Style.SUBTITLE, _named(pairs))
        for block in document.about:
            self._blocks.add(block, self._box)
        for notice in document.notices:
            self._paragraphs.text(self._parent, Style.NOTICE, notice)
        lines = entries(document)
        linked = iter(lines)
        at_once = bool(document.sections) and not document.sections[0].own_page
        if lines and at_once:
            self._contents(lines, new_page=False)
        for count, section in enumerate(document.sections):
            # The first page has the title on it as well, and what follows the contents stands below them.
            before = count > 1 or (not lines and count == 1) or bool(lines and at_once)
            blocks = self._first if section.own_page and not count else self._blocks
            self._section(section, 1, linked, blocks, new_page=section.own_page and before)
            if self._ours and section.own_page and not count:
                fit(list(self._parent), self._room, self._styles)
            if lines and not count and not at_once:
                self._contents(lines, new_page=True)

    def _section(
        self, section: Section, level: int, lines: Iterator[Entry], blocks: Blocks, *, new_page: bool
    ) -> None:
        place = Place(new_page=new_page)
        title = self._paragraphs.words(self._parent, heading(level), section.title, place)
        entry = next(lines, None) if level <= DEEPEST else None
        if entry:
            self._bookmark(title, entry.bookmark)
        for at, block in enumerate(section.blocks):
            follows = len(section.blocks) > 1 or section.sections
            if not at and follows and _leads_on(block):
                blocks.introduce(block, self._box)
            else:
                blocks.add(block, self._box)
        if section.together:
            keep_together([title, *title.itersiblings()])  # to count what is there takes as long as it is
        for inner in section.sections:
            self._section(inner, level + 1, lines, blocks, new_page=inner.own_page)

    def _bookmark(self, title: Element, name: str) -> None:
        self._bookmarks += 1
        id = str(self._bookmarks)
        start = add(title, "bookmarkStart", id=id)
        start.set(w("name"), name)
        title.insert(1, start)  # after the properties of the paragraph
        add(title, "bookmarkEnd", id=id)

    def _contents(self, lines: tuple[Entry, ...], *, new_page: bool) -> None:
        title = self._theme.texts.get(_CONTENTS, _CONTENTS_OTHERWISE)
        add_contents(self._parent, title, lines, self._paragraphs, new_page=new_page)

    def _logo(self) -> None:
        theme = self._theme
        self._pictures.draw(
            self._paragraphs.empty(self._parent, Style.LOGO),
            name="logo",
            says=theme.logo_says,
            data=theme.logo,
            vector=theme.logo_type == _SVG,
            within=_LOGO,
        )


def _leads_on(block: Block) -> TypeGuard[Paragraph | Turn]:
    """Whether what begins a section only introduces what follows in it."""
    return isinstance(block, Paragraph) or (isinstance(block, Turn) and not block.person)


def _lines(lead: Sequence[Pair]) -> Sequence[Sequence[Pair]]:
    """What stands under the title: on one line where it is short, else on one each."""
    short = sum(len(name) + len(value) for name, value in lead) <= ONE_LINE
    return [lead] if lead and short else [[pair] for pair in lead]


def _named(pairs: Sequence[Pair]) -> Text:
    runs: list[Run] = []
    for name, value in pairs:
        runs += [Run(_BETWEEN)] if runs else []
        runs += [Run(f"{name}:", strong=True), Run(f" {value}")]
    return tuple(runs)


def _around(file: WordDocument) -> Iterator[Element]:
    """What stands around a report: the text of the reference that stays, its headers and its footers."""
    yield file.element.body
    for relation in file.part.rels.values():
        if relation.reltype in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER):
            yield relation.target_part.element


def _setup(body: Element, there: Element | None) -> Element | None:
    """The page setup at a place: Word keeps it at the end of what it is for."""
    after = [] if there is None else [there, *there.itersiblings(w("p"))]
    for paragraph in after:
        setup = child(paragraph, "pPr", "sectPr")
        if setup is not None:
            return setup
    return child(body, "sectPr")


def _text_area(setup: Element | None) -> tuple[int, int]:
    """How wide and high the text of a page is, in twentieths of a point."""
    size, margins = child(setup, "pgSz"), child(setup, "pgMar")

    def side(of: Element | None, name: str, otherwise: int) -> int:
        return otherwise if of is None else abs(number(of.get(w(name)), otherwise))

    across = side(size, "w", _A4[0]) - sum(side(margins, name, _INCH) for name in ("left", "right"))
    down = side(size, "h", _A4[1]) - sum(side(margins, name, _INCH) for name in ("top", "bottom"))
    return max(across, _INCH), max(down, _INCH)


def _put(written: Element, body: Element, there: Element | None) -> None:
    """Moves what was written to its place, and takes the paragraph away that kept it."""
    last = child(body, "sectPr") if there is None else there
    for one in list(written):
        if last is None:
            body.append(one)
        else:
            last.addprevious(one)
    if there is None:
        return
    if child(there, "pPr", "sectPr") is None:
        body.remove(there)
    else:
        for run in there.findall(w("r")):
            there.remove(run)
