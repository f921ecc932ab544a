"""A theme: everything about a report that somebody may replace by their own."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct


class Paper(StrEnum):
    """The size of a page."""

    A4 = "a4"
    LETTER = "letter"


class Colours(Struct, frozen=True, kw_only=True):
    """Colours as `#rrggbb`; ink on its ground keeps WCAG AA contrast, and nothing is said by colour alone.

    Attributes:
        ink: of text, on `ground`.
        muted: of what matters less, on `ground`.
        accent: of headings, links and what is to be worked on now, on `ground`.
        line: of rules and borders.
        surface: behind tables' headers, quotes and cards.
        good, open, watch, caution, stop: of the tones, as text on `ground` and behind `ground` as text.
    """

    ink: str = "#1f2933"
    muted: str = "#52606d"
    ground: str = "#ffffff"
    surface: str = "#f3f6f9"
    line: str = "#cbd2d9"
    accent: str = "#1d4e89"
    good: str = "#1b6b3a"
    open: str = "#5b4b9a"
    watch: str = "#3e6076"
    caution: str = "#8a5200"
    stop: str = "#a61b1b"


class Fonts(Struct, frozen=True, kw_only=True):
    """Families of fonts by name; for a PDF each is one of ours or lies in the theme's `fonts` folder."""

    text: str = "Noto Sans"
    headings: str = "Noto Sans"
    fallback: str = "Unifont"


class Theme(Struct, frozen=True, kw_only=True):
    """One theme.

    Attributes:
        logo: an SVG or PNG, and its media type; nothing where there is none.
        logo_says: what the logo shows, for those who do not see it.
        organisation: who hands the reports on, for their feet; may be empty.
        texts: fixed texts by id; see `texts.yaml` for what each stands for.
        outline: for each audience (`board`, `team`, `record`), the ids of its sections in their order.
        files: what the theme's own folder has of `report.html.j2`, `report.css`, `report.md.j2`,
            `report.typ` and `report.docx`, or ours, by file name; and whatever else its folder has that
            ends in `.j2`, for these to include.
        places: for messages, where each of these files lies.
        font_folders: where the fonts lie, the theme's own first.
    """

    paper: Paper = Paper.A4
    colours: Colours = Colours()
    fonts: Fonts = Fonts()
    logo: bytes = b""
    logo_type: str = ""
    logo_says: str = ""
    organisation: str = ""
    texts: Mapping[str, str]
    outline: Mapping[str, tuple[str, ...]]
    files: Mapping[str, bytes]
    places: Mapping[str, str]
    font_folders: tuple[str, ...] = ()
