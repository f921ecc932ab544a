"""`theme.yaml`: logo, colours, fonts, paper and the words that are somebody's own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from msgspec import Struct
from msgspec.structs import asdict

from chatbot.report.theme.contrast import ENOUGH, contrast, is_colour, readable
from chatbot.report.theme.theme import Colours, Fonts, Paper
from chatbot.sources.codes import Code
from chatbot.sources.nodes import MappingNode, Scalar, find
from chatbot.sources.problems import Place, Problems, quoted
from chatbot.sources.reader import read
from chatbot.sources.typed import Authored, read_as

LANGUAGE_TEXT: Final = "document.language"
"""The text that says which language a report is in; `language` in `theme.yaml` is short for it."""

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_BEHIND_TEXT: Final = ("ground", "surface")
_NO_TEXT: Final = (*_BEHIND_TEXT, "line")
_HASH: Final = re.compile(r":[ \t]+#[0-9a-fA-F]{3,8}[ \t]*$")


class OwnColours(Struct, frozen=True, kw_only=True):
    """Colours that take the place of ours."""

    ink: str | None = None
    muted: str | None = None
    ground: str | None = None
    surface: str | None = None
    line: str | None = None
    accent: str | None = None
    good: str | None = None
    open: str | None = None
    watch: str | None = None
    caution: str | None = None
    stop: str | None = None


class OwnFonts(Struct, frozen=True, kw_only=True):
    """Fonts that take the place of ours."""

    text: str | None = None
    headings: str | None = None
    fallback: str | None = None


class ThemeFile(Struct, frozen=True, kw_only=True):
    """The content of `theme.yaml`."""

    logo: str | None = None
    logo_says: str | None = None
    organisation: str | None = None
    language: str | None = None
    paper: Paper | None = None
    colours: OwnColours | None = None
    fonts: OwnFonts | None = None
    texts: dict[str, str] | None = None


def read_theme_file(text: str, problems: Problems) -> Authored[ThemeFile] | None:
    """The content of `theme.yaml`, or nothing, with the reasons in `problems`."""
    file = read_as(ThemeFile, text, problems)
    if file is None:
        _explain_hashes(text, problems)
        return None
    if file.value.logo is not None and file.value.logo_says is None:
        problems.add(
            Code.MISSING_KEY,
            file.at("logo"),
            "What the logo shows is not said, for those who do not see it.",
            'Add logo_says, such as "Example Works".',
        )
    language = file.value.language
    if language is not None and not _LANGUAGE.fullmatch(language):
        problems.add(
            Code.LANGUAGE_MALFORMED,
            file.at("language"),
            f"{quoted(language)} does not name a language.",
            'Write its code, such as "en", "de" or "pt-BR".',
        )
    return file


def colours_of(text: str, ours: Colours, problems: Problems) -> Colours:
    """The colours, ours where the file has none; what is wrong with them is noted.

    They are read by themselves, so that they are looked at even where something else in the file is wrong.
    """
    node = read(text, Problems(problems.path))
    written = find(node, ("colours",)) if node else None
    entries = written.entries if isinstance(written, MappingNode) else {}
    own: dict[str, tuple[str, Place]] = {}
    for name in OwnColours.__struct_fields__:
        value = entries[name].value if name in entries else None
        if isinstance(value, Scalar) and isinstance(value.value, str) and value.text.strip():
            own[name] = (value.text, value.place)
    wrong = [(colour, place) for colour, place in own.values() if not is_colour(colour)]
    for colour, place in wrong:
        problems.add(
            Code.COLOUR_MALFORMED,
            place,
            f"{quoted(colour)} is not a colour.",
            'Write it with six digits in quotes, such as "#1d4e89".',
        )
    if wrong:
        return ours
    colours = Colours(**{**asdict(ours), **{name: colour for name, (colour, _) in own.items()}})
    _check_contrast(colours, {name: place for name, (_, place) in own.items()}, problems)
    return colours


def fonts_of(file: Authored[ThemeFile], ours: Fonts) -> Fonts:
    """The fonts, ours where the file has none."""
    own = file.value.fonts
    given = {name: value for name, value in asdict(own).items() if value} if own else {}
    return Fonts(**{**asdict(ours), **given})


def _check_contrast(colours: Colours, own: Mapping[str, Place], problems: Problems) -> None:
    """Note what cannot be read well on what is behind it, with a colour that can.

    An error and not a warning: every report promises to be readable, a reader who cannot read it has no
    means to change it, and the nearest colour that can be read is in the message.
    """
    every: dict[str, str] = asdict(colours)
    grounds = {name: every[name] for name in _BEHIND_TEXT}
    for name, colour in every.items():
        if name in _NO_TEXT:
            continue
        worst = min(grounds, key=lambda ground: contrast(colour, grounds[ground]))
        measured = contrast(colour, grounds[worst])
        place = own.get(name) or own.get(worst)
        if measured >= ENOUGH or place is None:
            continue
        nearest = readable(colour, list(grounds.values()))
        problems.add(
            Code.CONTRAST_TOO_LOW,
            place,
            f"{name} {colour} on {worst} {grounds[worst]} has a contrast of {_ratio(measured)}, less than"
            f" the {ENOUGH}:1 at which everybody can read it.",
            f"Either write {name}: {quoted(nearest)} or choose another {worst}."
            if nearest
            else f"Choose {_BEHIND_TEXT[0]} and {_BEHIND_TEXT[1]} that are both light or both dark.",
        )


def _ratio(measured: float) -> str:
    """Cut, not rounded: 4.497 is not 4.5."""
    return f"{int(measured * 100) / 100:.2f}:1"


def _explain_hashes(text: str, problems: Problems) -> None:
    """Say of a colour without quotes, which YAML takes for a remark, what is the matter with it."""
    rows = text.split("\n")
    for at, problem in enumerate(problems.found):
        row = rows[problem.line - 1] if problem.line <= len(rows) else ""
        if problem.code is Code.LEFT_EMPTY and _HASH.search(row):
            replaced = Problems(problems.path)
            replaced.add(
                Code.LEFT_EMPTY,
                Place(problem.line, problem.column),
                "A colour without quotes is a remark, so nothing is written here.",
                'Put it into quotes, such as "#1d4e89".',
            )
            problems.found[at] = replaced.found[0]
