"""Paragraphs and the runs in them. Whatever a text holds, it becomes text: no field, no link, no markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from chatbot.report.document.nodes import Run, Text, Tone, plain
from chatbot.report.document.signs import signs
from chatbot.report.writers.word.directions import stretches, to_the_left
from chatbot.report.writers.word.elements import PRESERVE, Element, add, each, w
from chatbot.report.writers.word.names import Style, mark
from chatbot.report.writers.word.styles import Styles

_BREAKS: Final = re.compile(r"([\n\t])")


class Place(Struct, frozen=True, kw_only=True):
    """What a paragraph has that no style can say.

    Attributes:
        with_next: it stays on one page with what follows.
        new_page: it begins a page.
        numbering: the list that it counts in, and how deep; none where its style says it.
        indent: how much further in it stands than its style says, in twentieths of a point.
        hanging: how much further out its first line begins than the others, in the same unit.
    """

    with_next: bool = False
    new_page: bool = False
    numbering: tuple[str, int] | None = None
    indent: int = 0
    hanging: int = 0


_NOWHERE: Final = Place()


class Paragraphs:
    """Writes paragraphs in the styles of one document."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles

    def empty(
        self, parent: Element, style: str, place: Place = _NOWHERE, *, to_the_left: bool = False
    ) -> Element:
        """A new paragraph without text."""
        paragraph = add(parent, "p")
        properties = add(paragraph, "pPr")
        add(properties, "pStyle", self._styles.id(style))
        if place is not _NOWHERE:
            if place.with_next:
                add(properties, "keepNext")
            if place.new_page:
                add(properties, "pageBreakBefore")
            if place.numbering:
                numbering = add(properties, "numPr")
                add(numbering, "ilvl", str(place.numbering[1]))
                add(numbering, "numId", place.numbering[0])
        if to_the_left:
            add(properties, "bidi")
        if place.indent or place.hanging:
            left = str(self._styles.left(style) + place.indent)
            hanging = {"hanging": str(place.hanging)} if place.hanging else {}
            add(properties, "ind", left=left, **hanging)
        return paragraph

    def text(
        self, parent: Element, style: str, text: Text, place: Place = _NOWHERE, tone: Tone = Tone.PLAIN
    ) -> Element:
        """A paragraph with a text; runs without a tone of their own take `tone`."""
        paragraph = self.empty(parent, style, place, to_the_left=to_the_left(plain(text)))
        for run in text:
            self.run(paragraph, run, tone)
        return paragraph

    def words(self, parent: Element, style: str, words: str, place: Place = _NOWHERE) -> Element:
        """A paragraph with a text in one look, in all its lines; spaces count."""
        paragraph = self.empty(parent, style, place, to_the_left=to_the_left(words))
        self._add(paragraph, words, "", False, False)
        return paragraph

    def run(self, paragraph: Element, run: Run, tone: Tone = Tone.PLAIN) -> None:
        """A run at the end. One style says its look; what a second one would add is said directly."""
        name = mark(run.tone if run.tone is not Tone.PLAIN else tone)
        strong, emphasis = run.strong, run.emphasis
        if not name and strong:
            name, strong = Style.STRONG, False
        elif not name and emphasis:
            name, emphasis = Style.EMPHASIS, False
        self._add(paragraph, run.text, name, strong, emphasis)

    def _add(self, paragraph: Element, text: str, style: str, strong: bool, emphasis: bool) -> None:
        id = self._styles.id(style) if style else ""
        # A second time: whoever made the document, XML cannot hold these characters.
        for piece, leftwards in stretches(signs(text)):
            run = add(paragraph, "r")
            if id or strong or emphasis or leftwards:
                properties = add(run, "rPr")
                if id:
                    add(properties, "rStyle", id)
                for wanted, names in (
                    (strong, ("b", "bCs")),
                    (emphasis, ("i", "iCs")),
                    (leftwards, ("rtl",)),
                ):
                    if wanted:
                        for name in names:
                            add(properties, name)
            _fill(run, piece)


def keep_together(elements: Sequence[Element]) -> None:
    """Lets paragraphs and tables stand on one page, as far as they have room on one; the last one ends it."""
    for element in elements[:-1]:
        for paragraph in each(element, "p"):
            properties = paragraph.find(w("pPr"))
            if properties is not None and properties.find(w("keepNext")) is None:
                properties.insert(1, properties.makeelement(w("keepNext")))  # after its style


def _fill(run: Element, text: str) -> None:
    for part in _BREAKS.split(text):
        if part == "\n":
            add(run, "br")
        elif part == "\t":
            add(run, "tab")
        elif part:
            told = add(run, "t")
            told.set(PRESERVE, "preserve")
            told.text = part
