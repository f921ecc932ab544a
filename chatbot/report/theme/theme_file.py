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
from chatbot.sources.problems import Place, Problems, quoted
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


def colours_of(file: Authored[ThemeFile], ours: Colours) -> Colours:
    """The colours, ours where the file has none; what is wrong with them is noted in its problems."""
    own = _given(file.value.colours)
    wrong = [name for name, colour in own.items() if not is_colour(colour)]
    for name in wrong:
        file.problems.add(
            Code.COLOUR_MALFORMED,
            file.at("colours", name),
            f"{quoted(own[name])} is not a colour.",
            'Write it with six digits in quotes, such as "#1d4e89".',
        )
    if wrong:
        return ours
    colours = Colours(**{**asdict(ours), **own})
    _check_contrast(file, colours, own)
    return colours


def fonts_of(file: Authored[ThemeFile], ours: Fonts) -> Fonts:
    """The fonts, ours where the file has none."""
    return Fonts(**{**asdict(ours), **_given(file.value.fonts)})


def _given(own: OwnColours | OwnFonts | None) -> dict[str, str]:
    if own is None:
        return {}
    return {name: value for name, value in asdict(own).items() if value is not None}


def _check_contrast(file: Authored[ThemeFile], colours: Colours, own: Mapping[str, str]) -> None:
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
        if measured >= ENOUGH or not ({name, worst} & own.keys()):
            continue
        nearest = readable(colour, list(grounds.values()))
        fix = f"write {name}: {quoted(nearest)}, or choose" if nearest else "choose"
        file.problems.add(
            Code.CONTRAST_TOO_LOW,
            file.at("colours", name if name in own else worst),
            f"{name} {colour} on {worst} {grounds[worst]} has a contrast of {_ratio(measured)}, less than"
            f" the {ENOUGH}:1 at which everybody can read it.",
            f"Either {fix} another {worst}." if nearest else f"{fix[0].upper()}{fix[1:]} another {worst}.",
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
