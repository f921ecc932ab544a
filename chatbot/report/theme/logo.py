"""A logo: an SVG or PNG that a report can hold."""

from __future__ import annotations

from typing import Final

from chatbot.report.theme.inert import NotSvg, in_svg
from chatbot.sources.codes import Code
from chatbot.sources.problems import Place, Problems

SVG: Final = "image/svg+xml"
PNG: Final = "image/png"

_PNG_BEGINS: Final = b"\x89PNG\r\n\x1a\n"
_PNG_SIZE: Final = slice(16, 24)
_PNG_ENDS: Final = b"IEND\xaeB`\x82"
_WIDEST: Final = 4_096
"""How many pixels a PNG may have on a side: enough for print, and not so many that a reader has to wait."""


def media_type(data: bytes, problems: Problems, place: Place) -> str:
    """What kind of picture it is; empty where it cannot be used, with the reasons in `problems`.

    Args:
        place: where the logo is named.
    """
    before = len(problems.found)
    if data.startswith(_PNG_BEGINS):
        _check_png(data, problems, place)
        return PNG if len(problems.found) == before else ""
    try:
        found = in_svg(data)
    except NotSvg as error:
        problems.add(
            Code.LOGO_UNUSABLE,
            place,
            "The logo is neither a PNG nor an SVG"
            f" (read as SVG, it stops making sense in its line {error.place.line}).",
            "Save it again as one of them.",
        )
        return ""
    for one in found:
        problems.add(
            Code.NOT_INERT,
            place,
            f"{one.what} in line {one.place.line} of the logo does not belong into a report.",
            'Either save the logo as "plain SVG" or use a PNG.',
        )
    return "" if found else SVG


def _check_png(data: bytes, problems: Problems, place: Place) -> None:
    size = data[_PNG_SIZE]
    width, height = int.from_bytes(size[:4], "big"), int.from_bytes(size[4:], "big")
    if not data.rstrip(b"\0").endswith(_PNG_ENDS) or not width or not height:
        problems.add(
            Code.LOGO_UNUSABLE, place, "The logo is a PNG that is damaged or not whole.", "Save it again."
        )
    elif max(width, height) > _WIDEST:
        problems.add(
            Code.LOGO_UNUSABLE,
            place,
            f"The logo has {width} by {height} pixels, more than {_WIDEST} on a side.",
            "Make it smaller.",
        )
