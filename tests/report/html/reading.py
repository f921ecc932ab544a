"""Read a page back as a browser would, into the same tuples that a document is made into."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import html5lib

from tests.report.html.shapes import PLAIN, Look, Stretch, merged

Element = Any
"""An element of ElementTree. `Any`, because html5lib has no types."""

TONES = {"lead", "muted", "good", "open", "watch", "caution", "stop"}


class Page:
    """A page that was parsed.

    Attributes:
        root: its `html` element.
        errors: what is wrong with it, by the parser's names.
    """

    def __init__(self, data: bytes) -> None:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        self.root = parser.parse(data, transport_encoding="utf-8")
        self.errors = {code for _, code, _ in parser.errors}

    def elements(self) -> Iterator[Element]:
        """Every element, in order."""
        return (one for one in self.root.iter() if isinstance(one.tag, str))

    def first(self, tag: str, look: str = "") -> Element:
        """The first element of this name and class."""
        return next(one for one in self.root.iter(tag) if not look or has(one, look))

    def shape(self) -> dict[str, object]:
        """What the page says, as `document_shape`."""
        main = self.first("main")
        about = [one for one in main if has(one, "about")]
        authors = [one.get("content") for one in self.root.iter("meta") if one.get("name") == "author"]
        return {
            "title": said(self.first("h1")),
            "language": self.root.get("lang"),
            "author": authors[0] if authors else "",
            "lead": [(said(one[0]), said(one[1])) for one in self.first("header").iter("div")],
            "notices": [_text(one) for one in main if has(one, "notice")],
            "about": [block for one in about for block in _blocks(list(one))],
            "sections": [_section(one, 2) for one in main if one.tag == "section"],
            "footer": said(self.first("span", "foot")),
            "at": self.first("time").get("datetime"),
        }


def said(element: Element) -> str:
    """All the text in an element but what is only heard."""
    inside = [("" if has(one, "unseen") else said(one)) + (one.tail or "") for one in element]
    return (element.text or "") + "".join(inside)


def has(element: Element, look: str) -> bool:
    """Whether an element is of a class."""
    return look in element.get("class", "").split()


def _section(section: Element, level: int) -> object:
    heading, *rest = list(section)
    assert heading.tag == f"h{level}"
    inner = [_section(one, level + 1) for one in rest if one.tag == "section"]
    blocks = _blocks([one for one in rest if one.tag != "section"])
    return section.get("id"), said(heading), has(section, "own-page"), blocks, inner


def _blocks(elements: list[Element]) -> list[object]:
    blocks = []
    for one in elements:
        blocks += [_turn(turn) for turn in one] if has(one, "talk") else [_block(one)]
    return blocks


def _block(element: Element) -> object:
    if element.tag == "p":
        return "paragraph", _tone(element), _text(element)
    if element.tag in ("ul", "ol"):
        start = int(element.get("start", "1")) if element.tag == "ol" else None
        return "items", start, [_blocks(list(item)) for item in element]
    if element.tag == "dl":
        return "pairs", [(said(one[0]), _text(one[1])) for one in element]
    if element.tag == "table" or has(element, "wide"):
        return _table(element if element.tag == "table" else element[0])
    if has(element, "quote"):
        return _quote(element)
    if has(element, "callout"):
        title = [_text(one) for one in element if has(one, "callout-title")]
        inside = _blocks([one for one in element if not has(one, "callout-title")])
        return "callout", title[0] if title else [], _look(element, "callout"), inside
    assert has(element, "picture"), element.tag
    return "figure", said(next(element.iter("figcaption"))), said(next(element.iter("p")))


def _turn(element: Element) -> object:
    words, *marks = list(element)
    spans = [said(mark) for line in marks for mark in line]
    looks = [has(element, look) for look in ("person", "question", "withdrawn")]
    assert has(element, "person") != has(element, "bot")
    assert has(element, "withdrawn") == any(one.tag == "s" for one in words)
    return "turn", *looks, said(words), spans


def _quote(element: Element) -> object:
    parts = {one.get("class", one.tag): one for one in element}
    to, by = (said(parts[name]) if name in parts else "" for name in ("to", "by"))
    return "quote", to, said(parts["blockquote"]), by, has(element, "chosen")


def _table(table: Element) -> object:
    caption, widths, head, body = list(table)
    columns = [(said(cell), has(cell, "fill")) for cell in head[0]]
    assert len(widths) == len(columns)
    for cell, (title, _) in zip(head[0], columns, strict=True):
        assert cell.get("scope") == "col" if title else cell.tag == "td"
    for row in body:
        for cell, (title, fill) in zip(row, columns, strict=True):
            assert cell.get("scope") == "row" if cell.tag == "th" else cell.get("data-label", "") == title
            assert has(cell, "fill") == fill
    rows = [[_text(cell) for cell in row] for row in body]
    return "table", said(caption), columns, [row[0].tag == "th" for row in body], rows


def _text(element: Element) -> list[Stretch]:
    return merged(_stretches(element, PLAIN))


def _stretches(element: Element, look: Look) -> Iterator[Stretch]:
    yield element.text or "", look
    for one in element:
        strong, emphasis, tone = look
        inside = (strong or one.tag == "strong", emphasis or one.tag == "em", _tone(one) or tone)
        yield from _stretches(one, inside)
        yield one.tail or "", look


def _tone(element: Element) -> str:
    return next((look for look in element.get("class", "").split() if look in TONES), "")


def _look(element: Element, own: str) -> str:
    return next(look for look in element.get("class", "").split() if look != own)
