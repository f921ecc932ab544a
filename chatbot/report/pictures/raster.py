"""An SVG as PNG, for programs that show no SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from chatbot.report.typesetting.fonts import FALLBACK
from chatbot.report.typesetting.setting import set_picture

if TYPE_CHECKING:
    from chatbot.report.typesetting.fonts import Fonts

_PAGE: Final = """\
#set page(width: {width}pt, height: auto, margin: 0pt, fill: none)
#set text(font: ({fonts}))
#image("picture.svg", width: 100%)
"""
_DOTS_PER_INCH: Final = 72  # one for each point


def to_png(svg: str, width: int, fonts: Fonts) -> bytes:
    """The picture as PNG on a transparent ground, set in these fonts.

    Args:
        svg: a whole SVG document.
        width: how many pixels wide the PNG becomes; its height keeps the proportions.

    Raises:
        ChatbotError: it is no picture.
    """
    there = fonts.families()
    families = ", ".join(f'"{name}"' for name in FALLBACK if name in there)
    page = _PAGE.format(width=width, fonts=families)
    return set_picture(page.encode(), {"picture.svg": svg.encode()}, fonts, ppi=_DOTS_PER_INCH)
