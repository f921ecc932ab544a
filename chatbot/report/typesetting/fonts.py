"""Which fonts there are to set a text with: the theme's and ours, never those of the machine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import Struct

from chatbot.errors import ChatbotError
from chatbot.report.theme.ours import FOLDER
from chatbot.report.theme.theme import Theme

if TYPE_CHECKING:
    import typst

    Fonts: TypeAlias = typst.Fonts  # so that nobody else needs to know typst

OURS: Final = FOLDER / "fonts"
_THEME_FILE: Final = "theme.yaml"
FALLBACK: Final = (
    "Noto Sans",
    "Noto Sans Devanagari",
    "DejaVu Sans",
    "Unifont",
    "Unifont Upper",
    "Last Resort High-Efficiency",
)
"""Ours, in the order in which they are asked for a character. The last one has a sign for each there is."""


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


def families_of(theme: Theme) -> Families:
    """The families to use for texts and for headings."""
    fonts = theme.fonts
    return Families(*(_each_once(one, fonts.fallback) for one in (fonts.text, fonts.headings)))


def fonts_in(folders: Sequence[str]) -> typst.Fonts:
    """The fonts in these folders, the first of them first, and ours."""
    import typst

    there = [folder for folder in dict.fromkeys((*folders, str(OURS))) if Path(folder).is_dir()]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=there)


def fonts_of(theme: Theme) -> typst.Fonts:
    """The fonts in the theme's folders and ours.

    Raises:
        ChatbotError: the theme names one that is not there; another in its place would not be what is asked.
    """
    found = fonts_in(theme.font_folders)
    names = {name.casefold() for name in found.families()}
    for name in (theme.fonts.text, theme.fonts.headings, theme.fonts.fallback):
        if name.casefold() not in names:
            raise FontMissing(name, theme, found.families())
    return found


def _each_once(*first: str) -> tuple[str, ...]:
    """The names in their order, then ours."""
    names: dict[str, str] = {}
    for name in (*first, *FALLBACK):
        names.setdefault(name.casefold(), name)
    return tuple(names.values())
