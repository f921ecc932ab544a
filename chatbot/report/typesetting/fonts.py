"""Which fonts there are to set a text with: the theme's and ours, never those of the machine."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import Struct

from chatbot.errors import ChatbotError
from chatbot.report.theme.ours import FOLDER, FONTS
from chatbot.report.theme.theme import Theme

if TYPE_CHECKING:
    import typst

    Fonts: TypeAlias = typst.Fonts  # so that nobody else needs to know typst

_THEME_FILE: Final = "theme.yaml"

OURS: Final = FONTS
"""Our fonts but for the last one."""

LAST: Final = FOLDER / "fonts" / "last"
"""The font with a sign for whatever is left: by far the slowest to read, and hardly ever used."""

_LAST_FAMILY: Final = "Last Resort High-Efficiency"

USUAL: Final = ("Noto Sans", "Noto Sans Devanagari", "DejaVu Sans", "Unifont", "Unifont Upper")
"""Ours but for the last, in the order in which they are asked for a character."""

FALLBACK: Final = (*USUAL, _LAST_FAMILY)
"""Ours, in that order. The last one has a sign for each character there is."""

_RARE: Final = re.compile(
    r"[^\n\r\t -~\u00a0-\u02ff\u0391-\u03a1\u03a3-\u03ce\u0400-\u052f\u2010-\u2027\u2030-\u205e"
    r"\u20a0-\u20bf\u2190-\u23ff\u2500-\u27bf\ufffd]"
)
"""What is not Latin, Greek or Cyrillic, punctuation, an arrow or a sign: those are in our other fonts."""


class FontMissing(ChatbotError):
    """A theme names a font that no PDF can have."""

    def __init__(self, name: str, theme: Theme, there: Sequence[str]) -> None:
        place = theme.places.get(_THEME_FILE, "")
        folder = str(Path(place).parent / "fonts") if place else "the folder fonts of a theme"
        super().__init__(
            f'There is no font "{name}" here.',
            where=place,
            todo=f"Put its files into {folder}, or name one of these: {', '.join(sorted(there))}.",
        )


class Families(Struct, frozen=True):
    """Names of fonts: the first that has a character shows it."""

    text: tuple[str, ...]
    headings: tuple[str, ...]


class Typefaces(Struct, frozen=True):
    """What a text is set with.

    Attributes:
        fonts: all that there are.
        families: their names, in the order in which they are asked for a character.
    """

    fonts: Fonts
    families: Families


def typefaces(theme: Theme, *, last: bool) -> Typefaces:
    """The theme's fonts and ours, our last one only where a text may need it.

    Raises:
        ChatbotError: the theme names one that is not there; another in its place would not be what is asked.
    """
    wanted = (theme.fonts.text, theme.fonts.headings, theme.fonts.fallback)
    last = last or _LAST_FAMILY.casefold() in (name.casefold() for name in wanted)
    fonts = fonts_in(theme.font_folders, last=last)
    there = fonts.families()
    names = {name.casefold() for name in there}
    for name in wanted:
        if name.casefold() not in names:
            raise FontMissing(name, theme, there)
    ours = FALLBACK if last else USUAL
    of_text, of_headings = (
        _each_once(one, theme.fonts.fallback, *ours) for one in (theme.fonts.text, theme.fonts.headings)
    )
    return Typefaces(fonts=fonts, families=Families(text=of_text, headings=of_headings))


def may_need_last(text: str) -> bool:
    """Whether a character in a text may be one that only our last font has a sign for."""
    return not text.isascii() and _RARE.search(text) is not None


def fonts_in(folders: Sequence[str], *, last: bool = True) -> typst.Fonts:
    """The fonts in these folders, the first of them first, and ours; the last one only if it is wanted."""
    import typst

    ours = (str(OURS), str(LAST)) if last else (str(OURS),)
    there = [folder for folder in dict.fromkeys((*folders, *ours)) if Path(folder).is_dir()]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=there)


def _each_once(*every: str) -> tuple[str, ...]:
    """The names in their order."""
    names: dict[str, str] = {}
    for name in every:
        names.setdefault(name.casefold(), name)
    return tuple(names.values())
