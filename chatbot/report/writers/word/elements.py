"""Elements of WordprocessingML, and the ways in which we make and find them.

Long parts are made with lxml itself: the proxies of python-docx look through a whole part for each paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

Element = etree._Element

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD: Final = f"{{{WORD}}}"
PRESERVE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str) -> str:
    """A name of WordprocessingML in full."""
    return _WORD + name


VAL: Final = w("val")


def add(parent: Element, name: str, val: str = "", **values: str) -> Element:
    """A new last child, with `w:val` where it has one and with other attributes."""
    element = etree.SubElement(parent, _WORD + name)
    if val:
        element.set(VAL, val)
    for key, value in values.items():
        element.set(_WORD + key, value)
    return element


def child(parent: Element | None, *names: str) -> Element | None:
    """The first child by that name, or its child, and so on; nothing where one is missing."""
    for name in names:
        if parent is None:
            return None
        parent = parent.find(_WORD + name)
    return parent


def val(parent: Element | None, *names: str) -> str:
    """The `w:val` of what `child` finds; empty where it is missing."""
    found = child(parent, *names)
    return "" if found is None else found.get(VAL, "")


def each(parent: Element, name: str) -> Iterator[Element]:
    """Every element by that name inside, however deep, in order."""
    return parent.iter(_WORD + name)


def number(text: str | None, otherwise: int) -> int:
    """A measure as somebody's program wrote it; some write fractions."""
    try:
        return int(float(text or ""))
    except (ValueError, OverflowError):
        return otherwise
