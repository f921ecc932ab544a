"""Reading a picture back: its facts from the data attributes, its texts and shapes with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations
from xml.etree import ElementTree

from msgspec import Struct

from chatbot.report.document.nodes import Figure
from chatbot.report.pictures.svg import WIDTH, Colour
from chatbot.report.pictures.widths import width_of

SVG = "{http://www.w3.org/2000/svg}"
_ALLOWED = {"svg", "title", "desc", "g", "rect", "circle", "path", "text"}
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


class Box(Struct, frozen=True):
    """What a shape or text takes up; `says` is empty for a shape."""

    left: float
    top: float
    right: float
    bottom: float
    says: str = ""

    def holds(self, other: Box) -> bool:
        """Whether another one lies inside."""
        return (
            self.left <= other.left + 0.1
            and other.right <= self.right + 0.1
            and self.top <= other.top + 0.1
            and other.bottom <= self.bottom + 0.1
        )

    def meets(self, other: Box) -> bool:
        """Whether another one has a part of it."""
        return not (
            self.right <= other.left
            or other.right <= self.left
            or self.bottom <= other.top
            or other.bottom <= self.top
        )


def parsed(figure: Figure) -> ElementTree.Element:
    """The picture as XML."""
    return ElementTree.fromstring(figure.svg)


def groups(figure: Figure, name: str) -> list[Mapping[str, str]]:
    """The data of all groups that have this one among it, in the order in which they are drawn."""
    found = [_data(element) for element in parsed(figure).iter(f"{SVG}g")]
    return [data for data in found if name in data]


def levels(figure: Figure) -> list[tuple[str, str]]:
    """Every fact in the picture with its level."""
    return [(data["fact"], data["level"]) for data in groups(figure, "fact")]


def words(figure: Figure) -> str:
    """Every text in the picture, with a space between lines."""
    return " ".join(element.text or "" for element in parsed(figure).iter(f"{SVG}text"))


def check(figure: Figure, wide: int = WIDTH) -> None:
    """What holds of every picture: it is well formed, safe, accessible, and no text leaves its place."""
    root = parsed(figure)
    assert root.get("role") == "img"
    assert [root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")] == [figure.caption, figure.alt]
    assert figure.caption and figure.alt
    size = (figure.width, figure.height)
    assert (root.get("width"), root.get("height")) == tuple(map(str, size))
    assert root.get("viewBox") == f"0 0 {size[0]} {size[1]}"
    assert figure.width == wide
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in _ALLOWED
        assert not {"id", "style", "href", "onload"} & set(element.attrib)
        if element.tag.removeprefix(SVG) in ("rect", "circle", "path", "text"):
            _has_one_colour(element)
    whole = Box(0, 0, *size)
    texts = [_text_box(element) for element in root.iter(f"{SVG}text")]
    shapes = list(_shapes(root))
    assert all(whole.holds(box) for box in (*texts, *shapes))
    for one, other in combinations(texts, 2):
        assert not one.meets(other), (one, other)
    for text in texts:
        for shape in shapes:
            assert not text.meets(shape) or shape.holds(text), (text, shape)


def _data(element: ElementTree.Element) -> Mapping[str, str]:
    return {
        key.removeprefix("data-"): value for key, value in element.attrib.items() if key.startswith("data-")
    }


def _has_one_colour(element: ElementTree.Element) -> None:
    """So that the class can give it another one, whichever of the two it colours."""
    colours = [element.get(key) for key in ("fill", "stroke")]
    assert len([colour for colour in colours if colour not in (None, "none")]) == 1
    assert element.get("class") in set(Colour)


def _text_box(element: ElementTree.Element) -> Box:
    size, says = float(element.get("font-size", "0")), element.text or ""
    assert size >= 14
    wide = width_of(says, size, element.get("font-weight") == "700")
    x, y = float(element.get("x", "0")), float(element.get("y", "0"))
    left = x - {"end": wide, "middle": wide / 2}.get(element.get("text-anchor", ""), 0)
    return Box(left, y - size * 0.8, left + wide, y + size * 0.2, says)


def _shapes(root: ElementTree.Element) -> Iterator[Box]:
    for element in root.iter():
        at = {key: float(value) for key, value in element.attrib.items() if _NUMBER.fullmatch(value)}
        match element.tag.removeprefix(SVG):
            case "rect":
                yield Box(at["x"], at["y"], at["x"] + at["width"], at["y"] + at["height"])
            case "circle":
                x, y, r = at["cx"], at["cy"], at["r"]
                yield Box(x - r, y - r, x + r, y + r)
            case "path":
                numbers = list(map(float, _NUMBER.findall(element.get("d", ""))))
                xs, ys = numbers[::2], numbers[1::2]
                yield Box(min(xs), min(ys), max(xs), max(ys))
