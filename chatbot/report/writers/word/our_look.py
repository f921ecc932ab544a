"""Colours, fonts and paper of a theme in our own reference document.

They are put into its parts as bytes, before anything is read: the reference is ours, so we know how they
are written there. Each colour stands in it by its value, beside the slot of Word's own theme, so that a
reader who chooses other colours in Word changes them everywhere as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from chatbot.report.theme.theme import Colours, Fonts, Paper, Theme

_STYLES: Final = "word/styles.xml"
_NUMBERING: Final = "word/numbering.xml"
_COLOURS: Final = "word/theme/theme1.xml"
_TEXT: Final = "word/document.xml"
_SETTINGS: Final = "word/settings.xml"
_A4: Final = 11906
_LETTER: Final = 12240
_LETTER_HEIGHT: Final = 15840
_FONT: Final = re.compile(rb'(<a:(major|minor)Font><a:latin typeface=")[^"]*')
_COLOUR: Final = re.compile(rb'"([0-9A-F]{6})"')
_WHITE: Final = "#ffffff"


def in_its_look(reference: bytes, theme: Theme) -> bytes:
    """Our reference document as a theme wants it; unchanged where the theme is as ours."""
    if theme.colours == Colours() and theme.fonts == Fonts() and theme.paper is Paper.A4:
        return reference
    colours = _recoloured(theme.colours)
    change: dict[str, Callable[[bytes], bytes]] = {
        _STYLES: colours,
        _NUMBERING: colours,
        _COLOURS: lambda part: colours(_in_fonts(part, theme.fonts)),
        _TEXT: lambda part: _on_paper(_on_ground(part, theme.colours), theme.paper),
        _SETTINGS: lambda part: _showing_ground(part, theme.colours),
    }
    made = BytesIO()
    with ZipFile(BytesIO(reference)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, change.get(name, _unchanged)(old.read(name)))
    return made.getvalue()


def _unchanged(part: bytes) -> bytes:
    return part


def _recoloured(colours: Colours) -> Callable[[bytes], bytes]:
    ours = Colours()
    names = Colours.__struct_fields__
    to = {_hex(getattr(ours, name)): _hex(getattr(colours, name)) for name in names}
    return lambda part: _COLOUR.sub(lambda found: b'"%s"' % to.get(found[1], found[1]), part)


def _in_fonts(part: bytes, fonts: Fonts) -> bytes:
    names = {b"major": escape(fonts.headings).encode(), b"minor": escape(fonts.text).encode()}
    return _FONT.sub(lambda found: found[1] + names[found[2]], part)


def _on_paper(part: bytes, paper: Paper) -> bytes:
    """The margins take up the difference in width, so that every tab stop and table stays where it is."""
    if paper is Paper.A4:
        return part
    part = re.sub(rb"<w:pgSz [^>]*/>", b'<w:pgSz w:w="%d" w:h="%d"/>' % (_LETTER, _LETTER_HEIGHT), part)

    def wider(found: re.Match[bytes]) -> bytes:
        return b'w:%s="%d"' % (found[1], int(found[2]) + (_LETTER - _A4) // 2)

    return re.sub(rb'w:(left|right)="(\d+)"(?=[^<]*w:gutter)', wider, part)


def _on_ground(part: bytes, colours: Colours) -> bytes:
    if colours.ground.lower() == _WHITE:
        return part
    return part.replace(b"<w:body>", b'<w:background w:color="%s"/><w:body>' % _hex(colours.ground), 1)


def _showing_ground(part: bytes, colours: Colours) -> bytes:
    if colours.ground.lower() == _WHITE:
        return part
    return part.replace(b"<w:defaultTabStop", b"<w:displayBackgroundShape/><w:defaultTabStop", 1)


def _hex(colour: str) -> bytes:
    return colour.lstrip("#").upper().encode()
