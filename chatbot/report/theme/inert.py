"""What no file of a theme may have: a report runs nothing, and asks for nothing from anywhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from typing import Final
from xml.parsers import expat

from msgspec import Struct

from chatbot.sources.problems import START, Place, quoted
from chatbot.sources.text import place_in

_ACTIVE: Final = frozenset(
    {"script", "foreignobject", "iframe", "frame", "object", "embed", "applet", "portal", "handler"}
    | {"listener", "base", "audio", "video"}
)
_HELD: Final = re.compile(r"\s*(?:#|data:(?:image|font)/|$)", re.IGNORECASE)
"""Addresses of something that the file holds itself."""

_FILLED_IN: Final = re.compile(r"\s*\{\{")
"""Addresses that a template gets from the program."""

_FOLLOWED: Final = re.compile(r"\s*(?:https?:|mailto:|tel:)", re.IGNORECASE)

_LINKS: Final = frozenset({"a", "area"})
"""Elements whose address is followed only by a person who chooses to."""

_ADDRESSES: Final = frozenset(
    {"src", "srcset", "href", "xlink:href", "data", "poster", "background", "action", "base"}
    | {"formaction", "ping"}
)
_IN_STYLE: Final = re.compile(
    r"@import\b|\bexpression\s*\(|-moz-binding|\bjavascript:"
    r"|(?:url|src)\(\s*['\"]?(?!\s*['\"]?(?:#|data:(?:image|font)/))|\bimage-set\(|</",
    re.IGNORECASE,
)
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_TEMPLATE_COMMENT: Final = re.compile(r"\{#.*?#\}", re.DOTALL)
_STYLE_ESCAPE: Final = re.compile(r"\\(?:([0-9a-fA-F]{1,6})(?:\r\n|\s)?|([g-zG-Z@\-]))")
_TYPST_PACKAGE: Final = re.compile(r'(?:import|include)\s+"@[^"]*"')


class _Enough(Exception):
    """The rest need not be read."""


class Found(Struct, frozen=True):
    """Something that is not inert, and where."""

    place: Place
    what: str


class NotSvg(Exception):
    """It cannot be read as SVG; `place` says from where on."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


def in_svg(data: bytes) -> list[Found]:
    """What a picture has that is not inert.

    Raises:
        NotSvg: it is none.
    """
    found: list[Found] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    names: list[str] = []
    style: list[str] = []

    def here() -> Place:
        return Place(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    def start(name: str, attributes: dict[str, str]) -> None:
        names.append(name.rpartition(" ")[2].lower())
        if len(names) == 1 and name != "http://www.w3.org/2000/svg svg":
            raise NotSvg(here())
        short = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        found.extend(Found(here(), what) for what in _in_element(names[-1], short.items(), template=False))

    def doctype(*_: object) -> None:
        found.append(Found(here(), "A document type, which can name other files,"))
        raise _Enough

    def instruction(target: str, _: str) -> None:
        found.append(Found(here(), f"The instruction {quoted(target)}"))

    def text(content: str) -> None:
        if "style" in names:
            style.append(content)

    def end(_: str) -> None:
        names.pop()
        if style and "style" not in names:
            found.extend(Found(here(), one.what) for one in in_style("".join(style)))
            style.clear()

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = doctype
    parser.ProcessingInstructionHandler = instruction
    parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except _Enough:
        pass
    except expat.ExpatError as error:
        raise NotSvg(Place(error.lineno, error.offset + 1)) from error
    except (LookupError, ValueError) as error:  # an encoding that nobody knows
        raise NotSvg(START) from error
    return found


def in_style(text: str) -> list[Found]:
    """What a style sheet has that is not inert."""
    bare = _STYLE_ESCAPE.sub(_unescaped, _COMMENT.sub(_blanked, text))
    return [
        Found(place_in(bare, part.start()), f"{quoted(part[0].strip())} in a style")
        for part in _IN_STYLE.finditer(bare)
    ]


def in_html(text: str) -> list[Found]:
    """What a template of a page has that is not inert, as far as it can be seen before it is filled in."""
    reader = _Page()
    reader.feed(_TEMPLATE_COMMENT.sub(_blanked, text))
    reader.close()
    return reader.found


def in_typst(text: str) -> list[Found]:
    """What a template of a PDF asks for from elsewhere."""
    return [
        Found(place_in(text, part.start()), f"The package in {quoted(part[0])}")
        for part in _TYPST_PACKAGE.finditer(text)
    ]


class _Page(HTMLParser):
    """Reads a page, and notes what it has that is not inert."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Found] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the element brings."""
        line, column = self.getpos()
        self._in_style = tag == "style"
        given = [(name, value or "") for name, value in attrs]
        for what in _in_element(tag, given, template=True):
            self.found.append(Found(Place(line, column + 1), what))

    def handle_endtag(self, tag: str) -> None:
        """Styles end."""
        self._in_style = False

    def handle_data(self, data: str) -> None:
        """Note what a style brings; its place is that of its element's text."""
        if self._in_style:
            line, column = self.getpos()
            self.found += [Found(Place(line, column + 1), one.what) for one in in_style(data)]


def _in_element(tag: str, attributes: Iterable[tuple[str, str]], *, template: bool) -> Iterator[str]:
    """What one element has that is not inert."""
    if tag in _ACTIVE:
        yield f"The element {quoted(tag)}"
    for written, value in attributes:
        name = written.lower()
        if name.startswith("on"):
            yield f"The event handler {quoted(name)}"
        elif name in _ADDRESSES:
            fine = _HELD.match(value) or (template and _FILLED_IN.match(value))
            if not fine and not (template and tag in _LINKS and _FOLLOWED.match(value)):
                yield f"The address {quoted(value.strip())}"
        elif name == "http-equiv" and value.strip().lower() == "refresh":
            yield "A refresh"
        elif name == "attributename" and (value.lower().startswith("on") or value.lower() in _ADDRESSES):
            yield f"A change of {quoted(value)}"
        elif in_style(value) and (name == "style" or "url(" in value.lower()):
            yield f"The address in {quoted(value.strip())}"


def _blanked(part: re.Match[str]) -> str:
    """The same lines with nothing on them."""
    return re.sub(r"[^\n]", " ", part[0])


def _unescaped(part: re.Match[str]) -> str:
    """A character that a style sheet writes as a number, or behind a backslash."""
    if part[2]:
        return part[2]
    code = int(part[1], 16)
    return chr(code) if 0x20 <= code < 0xD800 else "?"
