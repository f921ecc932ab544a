"""Pictures that others drew, for a page: parsed and written anew, with what is known to be harmless."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from xml.parsers.expat import ParserCreate

from chatbot.report.document.markup import escaped
from chatbot.report.document.nodes import Figure

_SHAPES: Final = ("rect", "circle", "ellipse", "line", "polyline", "polygon", "path", "text", "tspan", "use")
_PARTS: Final = ("svg", "g", "title", "desc", "defs", "symbol", "marker", "clipPath", "mask")
_FILLINGS: Final = ("pattern", "linearGradient", "radialGradient", "stop")
_ELEMENTS: Final = frozenset((*_SHAPES, *_PARTS, *_FILLINGS))
"""What a picture may be drawn with; anything else is left out with all that is in it."""

_LINKS: Final = frozenset({"href", "xlink:href"})
_REPLACED: Final = frozenset({"role", "xmlns", "xmlns:xlink", "aria-labelledby", "aria-describedby", "style"})
_SAFE_NAME: Final = re.compile(r"(?!on)[a-zA-Z][a-zA-Z0-9-]*")
_REFERENCE: Final = re.compile(r"url\(\s*['\"]?#([^'\")]+)['\"]?\s*\)")
_PAINTS: Final = ("fill", "stroke", "stop-color")
_ELSEWHERE: Final = re.compile(r"url\((?!\s*['\"]?#)")
_LITERAL: Final = re.compile(r"#[0-9a-fA-F]{3,8}")


class Foreign:
    """One SVG on its way from one document into another.

    Args:
        name: begins every id in it.
        colours: the theme's, by name.
    """

    def __init__(self, name: str, colours: Mapping[str, str]) -> None:
        self._name = name
        self._colours = {name: value.lower() for name, value in colours.items()}
        self._names = {value: name for name, value in reversed([*self._colours.items()])}
        self._parts: list[str] = []
        self._open: list[str] = []
        self._left_out = 0
        self._described: dict[str, str] = {}

    def of(self, figure: Figure) -> str:
        """The picture as part of HTML."""
        parser = ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(figure.svg.encode(), True)
        references = "".join([f' {kind}="{id}"' for kind, id in sorted(self._described.items())])
        named = references or f' aria-label="{escaped(figure.caption)}"'
        head = f'<svg role="img"{named}'
        return head + "".join(self._parts).removeprefix("<svg")

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        if self._left_out or element not in _ELEMENTS:
            self._left_out += 1
            return
        kept = {name: value for name, value in attributes.items() if self._is_kept(name, value)}
        if len(self._open) == 1 and element in ("title", "desc"):
            kept["id"] = element
            kind = "aria-labelledby" if element == "title" else "aria-describedby"
            self._described[kind] = escaped(f"{self._name}-{element}")
        meant = next((name for name in kept.get("class", "").split() if name in self._colours), "")
        looks = [f' {name}="{escaped(self._value(name, value, meant))}"' for name, value in kept.items()]
        self._parts.append(f"<{element}{''.join(looks)}>")
        self._open.append(element)

    def _end(self, element: str) -> None:
        if self._left_out:
            self._left_out -= 1
            return
        self._open.pop()
        self._parts.append(f"</{element}>")

    def _text(self, text: str) -> None:
        if not self._left_out:
            self._parts.append(escaped(text))

    def _is_kept(self, name: str, value: str) -> bool:
        if name in _LINKS:
            return value.startswith("#")
        if name in _REPLACED or _ELSEWHERE.search(value):
            return False
        return _SAFE_NAME.fullmatch(name) is not None

    def _value(self, name: str, value: str, meant: str) -> str:
        """An attribute's value in this page: with its ids, and a colour of the theme by its name.

        `meant` names the colour of a shape by its class: it decides between two that are the same, and for a
        shade that is none of the theme's.
        """
        if name == "id":
            return f"{self._name}-{value}"
        if name in _LINKS:
            return f"#{self._name}-{value[1:]}"
        if name in _PAINTS and _LITERAL.fullmatch(value):
            same = self._colours.get(meant) == value.lower()
            colour = meant if same else self._names.get(value.lower(), meant)
            return f"var(--{colour})" if colour else value
        return _REFERENCE.sub(lambda found: f"url(#{self._name}-{found[1]})", value)
