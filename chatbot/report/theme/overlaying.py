"""Laying the folder of a theme over ours: what it has takes the place of ours, once all of it is right."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import replace

from chatbot.report.theme.folder import FONTS, ThemeFolder
from chatbot.report.theme.ours import FILES, our_theme
from chatbot.report.theme.reading import AUTHORED, TEMPLATE, THEME_FILE, check_folder
from chatbot.report.theme.theme import Colours, Fonts, Paper, Theme
from chatbot.sources.cache import cached
from chatbot.sources.codes import Code
from chatbot.sources.problems import START, Place, Problem, Problems, quoted
from chatbot.sources.text import decode

_WORD: Final = "report.docx"


class OwnTheme(msgspec.Struct, frozen=True, kw_only=True):
    """What the files of a theme say, with ours where they say nothing; nothing in it is wrong.

    Attributes:
        logo: the name of its file; empty where there is none.
        logo_at: where it is named.
    """

    paper: Paper
    colours: Colours
    fonts: Fonts
    logo: str
    logo_at: Place
    logo_says: str
    organisation: str
    texts: Mapping[str, str]
    outline: Mapping[str, tuple[str, ...]]


class _Flawed(Exception):
    """Carries what is wrong with a theme past the cache, which keeps only what is not."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__()
        self.problems = tuple(problems)


def examine_theme(folder: Path, ours: Theme | None = None) -> tuple[Theme | None, tuple[Problem, ...]]:
    """A theme where nothing is wrong with it, and otherwise everything that is.

    Raises:
        UsageError: there is no such folder, or nothing of a theme in it.
    """
    base = ours or our_theme()
    check_folder(folder)
    place = ThemeFolder(folder)
    files, problems = _files(place)
    try:
        own = cached(_key(files, base), OwnTheme, lambda: _own(place, files, base))
    except _Flawed as flawed:
        return None, (*problems, *flawed.problems)
    logo, logo_type = b"", ""
    if own.logo:
        noting = Problems(place.shown(THEME_FILE))
        logo = place.read(own.logo, noting, own.logo_at) or b""
        if not noting.found:
            from chatbot.report.theme.logo import media_type

            logo_type = media_type(logo, noting, own.logo_at)
        problems += noting.found
    if problems:
        return None, tuple(problems)
    templates = {name: data for name, data in files.items() if name not in AUTHORED}
    return (
        replace(
            base,
            paper=own.paper,
            colours=own.colours,
            fonts=own.fonts,
            logo=logo or base.logo,
            logo_type=logo_type or base.logo_type,
            logo_says=own.logo_says,
            organisation=own.organisation,
            texts=own.texts,
            outline=own.outline,
            files={**base.files, **templates},
            places={**base.places, **{name: place.shown(name) for name in files}},
            font_folders=(
                *((str((folder / FONTS).resolve()),) if place.has(FONTS) else ()),
                *base.font_folders,
            ),
        ),
        (),
    )


def _files(place: ThemeFolder) -> tuple[dict[str, bytes], list[Problem]]:
    """What the folder has of a theme, by name, and what could not be read of it."""
    files: dict[str, bytes] = {}
    found: list[Problem] = []
    names = place.names()
    for name in names:
        if name not in AUTHORED and name not in FILES and not name.endswith(TEMPLATE):
            continue
        problems = Problems(place.shown(name))
        data = place.read(name, problems)
        if data is not None and name != _WORD:
            data = decode(data, problems).removeprefix("\ufeff" if name not in AUTHORED else "").encode()
        if data is not None and not problems.found:
            files[name] = data
        found += problems.found
    problems = Problems(place.shown(FONTS))
    for name in (FONTS, *place.names(FONTS)) if FONTS in names else ():
        inner = name if name == FONTS else f"{FONTS}/{name}"
        if place.leaves(inner):
            problems.add(
                Code.OUTSIDE_THEME,
                START,
                f"{quoted(inner)} lies outside the folder of the theme.",
                "Copy the file into the folder.",
            )
    return files, [*found, *problems.found]


def _key(files: Mapping[str, bytes], ours: Theme) -> str:
    """What a theme depends on besides the code that reads it; a name counts, as messages name files."""
    digest = hashlib.sha256()
    about = (ours.paper, ours.colours, ours.fonts, ours.logo_says, ours.organisation)
    digest.update(msgspec.json.encode((*about, ours.texts, ours.outline), order="deterministic"))
    for name, data in files.items():
        digest.update(f"\n{name} {len(data)}\n".encode() + data)
    return digest.hexdigest()


def _own(place: ThemeFolder, files: Mapping[str, bytes], ours: Theme) -> OwnTheme:
    """Read everything that is not in the cache.

    Raises:
        _Flawed: something is wrong.
    """
    from chatbot.report.theme.examining import examine

    own, problems = examine(files, ours, place.shown)
    if problems:
        raise _Flawed(problems)
    return own
