"""The style of a page: the theme's colours, fonts and paper, and then its style sheet."""

from __future__ import annotations

import re
from typing import Final

from chatbot.report.theme.theme import Fonts, Paper, Theme
from chatbot.report.writers.html.colours import palette

_SHEET: Final = "report.css"
_SIZES: Final = {Paper.A4: ("A4", "297mm"), Paper.LETTER: ("letter", "279.4mm")}
"""The name of a size in CSS, and the height of a page."""

_NOT_PLAIN: Final = re.compile(r"[^A-Za-z0-9 ]")


def style(theme: Theme, footer: str, page: str) -> str:
    """All the CSS of a page.

    Args:
        footer: stands at the foot of each printed page.
        page: the word before the number of a page.
    """
    sheet = theme.files[_SHEET].decode().replace("</", "<\\/")
    return f"{palette(theme.colours)}{_fonts(theme.fonts)}{_paper(theme, footer, page)}{sheet}"


def css_string(text: str) -> str:
    """Text as a string of CSS in which nothing but letters, digits and spaces stands as it is.

    A space ends the number of a character and does not show.
    """
    return '"' + _NOT_PLAIN.sub(lambda found: f"\\{_code(found[0]):x} ", text) + '"'


def _code(character: str) -> int:
    """Its number; half a pair, which CSS cannot hold, is the sign for a character that is missing."""
    code = ord(character)
    return 0xFFFD if 0xD800 <= code <= 0xDFFF or code == 0 else code


def _fonts(fonts: Fonts) -> str:
    """The theme's fonts by name where they are not ours: ours need not be on a reader's machine."""
    ours = Fonts()
    text = f"{css_string(fonts.text)}," if fonts.text != ours.text else ""
    headings = f"{css_string(fonts.headings)}," if fonts.headings != ours.headings else text
    return f":root{{--text-font:{text}var(--system-font);--heading-font:{headings}var(--system-font)}}\n"


def _paper(theme: Theme, footer: str, page: str) -> str:
    size, height = _SIZES[theme.paper]
    colour = theme.colours.muted
    number = f'{css_string(page)} " " counter(page) " / " counter(pages)'
    return (
        f":root{{--page-height:{height}}}\n@page{{size:{size};"
        f"@bottom-left{{color:{colour};content:{css_string(footer)}}}"
        f"@bottom-right{{color:{colour};content:{number}}}}}\n"
    )
