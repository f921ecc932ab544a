"""Everything that can be seen of the files of a theme: what they say, and all that is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from chatbot.report.theme.inert import Found, in_html, in_style, in_typst
from chatbot.report.theme.overlaying import OwnTheme
from chatbot.report.theme.reading import AUTHORED, OUTLINE_FILE, TEXTS_FILE, THEME_FILE
from chatbot.report.theme.theme import Theme
from chatbot.report.theme.theme_file import (
    LANGUAGE_TEXT,
    ThemeFile,
    colours_of,
    fonts_of,
    read_theme_file,
)
from chatbot.report.theme.word_template import check_word_template
from chatbot.report.theme.wording import check_text, read_outline, read_texts
from chatbot.sources.codes import Code
from chatbot.sources.problems import START, Place, Problem, Problems, quoted
from chatbot.sources.typed import Authored

_INERT: Final[Mapping[str, Callable[[str], list[Found]]]] = {
    "report.html.j2": in_html,
    "report.css": in_style,
    "report.typ": in_typst,
}


def examine(
    files: Mapping[str, bytes], ours: Theme, shown: Callable[[str], str]
) -> tuple[OwnTheme, list[Problem]]:
    """What the files say, and what is wrong with them.

    Args:
        files: by name, as they were read.
        shown: what messages call a file.
    """
    noting = {name: Problems(shown(name)) for name in (*AUTHORED, *files)}
    file, colours = None, ours.colours
    if THEME_FILE in files:
        file = read_theme_file(_text(files, THEME_FILE), noting[THEME_FILE])
        colours = colours_of(_text(files, THEME_FILE), ours.colours, noting[THEME_FILE])
    outline = (
        read_outline(_text(files, OUTLINE_FILE), _sections(ours), noting[OUTLINE_FILE])
        if OUTLINE_FILE in files
        else {}
    )
    own = OwnTheme(
        paper=(file and file.value.paper) or ours.paper,
        colours=colours,
        fonts=fonts_of(file, ours.fonts) if file else ours.fonts,
        logo=(file and file.value.logo) or "",
        logo_at=file.at("logo") if file else START,
        logo_says=(file and file.value.logo_says) or ours.logo_says,
        organisation=(file and file.value.organisation) or ours.organisation,
        texts={**ours.texts, **_texts(files, file, ours, noting[TEXTS_FILE])},
        outline={**ours.outline, **outline},
    )
    for name in files:
        if name == "report.docx":
            check_word_template(files[name], noting[name])
        elif name.endswith(".html.j2") or name in _INERT:
            _check_inert(_INERT.get(name, in_html), _text(files, name), noting[name])
    return own, [problem for problems in noting.values() for problem in problems.in_order()]


def _text(files: Mapping[str, bytes], name: str) -> str:
    text = files[name].decode()
    if name in AUTHORED and all(line.lstrip()[:1] in ("", "#") for line in text.split("\n")):
        return "{}"  # a file in which every line is a remark changes nothing
    return text


def _sections(ours: Theme) -> list[str]:
    """Every section that there is, as our own outlines name it, each once."""
    return list(dict.fromkeys(id for ids in ours.outline.values() for id in ids))


def _texts(
    files: Mapping[str, bytes], file: Authored[ThemeFile] | None, ours: Theme, problems: Problems
) -> dict[str, str]:
    """The texts of `texts.yaml` and those in `theme.yaml`, each checked."""
    found: dict[str, str] = {}
    if TEXTS_FILE in files:
        for id, (text, key, place) in read_texts(_text(files, TEXTS_FILE), problems).items():
            check_text(id, text, ours.texts, (key, place), problems)
            found[id] = text
    if file is None:
        return found
    given = [
        (id, text, file.key("texts", id), file.at("texts", id))
        for id, text in (file.value.texts or {}).items()
    ]
    for id, text, key, place in given:
        check_text(id, text, ours.texts, (key, place), file.problems)
    if file.value.language is not None:
        given.append((LANGUAGE_TEXT, file.value.language, file.key("language"), file.at("language")))
    for id, text, key, _ in given:
        if id in found:
            _note_twice(id, key, problems.path, file.problems)
        found[id] = text
    return found


def _note_twice(id: str, key: Place, elsewhere: str, problems: Problems) -> None:
    problems.add(
        Code.ID_TWICE,
        key,
        f"The text {quoted(id)} is also in {elsewhere} or in this file.",
        "Either remove one of the two or let them agree.",
    )


def _check_inert(look: Callable[[str], list[Found]], text: str, problems: Problems) -> None:
    for found in look(text):
        problems.add(
            Code.NOT_INERT,
            found.place,
            f"{found.what} does not belong into a report, which runs nothing and loads nothing.",
            "Either remove it or put what it loads into the theme itself.",
        )
