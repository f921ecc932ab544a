"""The texts and outlines of a theme, read against ours: every id is known, every place is kept."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from msgspec import Struct

from chatbot.report.theme.texts import places_in
from chatbot.sources.codes import Code
from chatbot.sources.nodes import MappingNode, Scalar
from chatbot.sources.problems import Place, Problems, instead, listed, quoted
from chatbot.sources.reader import read
from chatbot.sources.typed import Authored, read_as

_BRACE: Final = re.compile(r"\{[^{}]*\}?|\}")


class Outline(Struct, frozen=True, kw_only=True):
    """The content of `outline.yaml`: for each of those a report can be made for, the ids of its sections."""

    board: tuple[str, ...] | None = None
    team: tuple[str, ...] | None = None
    record: tuple[str, ...] | None = None


def read_texts(text: str, problems: Problems) -> dict[str, tuple[str, Place, Place]]:
    """The content of `texts.yaml`: by id, a text, the place of the id and that of the text."""
    node = read(text, problems)
    if node is None:
        return {}
    if not isinstance(node, MappingNode):
        problems.add(
            Code.NOT_A_MAPPING, node.place, "Texts are written as id: text.", "Write id: text lines."
        )
        return {}
    found: dict[str, tuple[str, Place, Place]] = {}
    for id, entry in node.entries.items():
        value = entry.value
        if isinstance(value, Scalar) and isinstance(value.value, str) and value.value.strip():
            found[id] = (value.value, entry.place, value.place)
        elif isinstance(value, Scalar) and not value.text.strip():
            problems.add(
                Code.LEFT_EMPTY,
                value.place,
                f"{quoted(id)} is left empty.",
                "Either write the text or leave the id out, so that ours is used.",
            )
        else:
            problems.add(Code.NOT_TEXT, value.place, "A text is meant here.", 'Put it into "quotes".')
    return found


def check_text(
    id: str, text: str, ours: Mapping[str, str], at: tuple[Place, Place], problems: Problems
) -> None:
    """Note an id that no text of ours has, and places that are not those of ours.

    Args:
        at: the place of the id and that of the text.
    """
    key, place = at
    if id not in ours:
        problems.add(
            Code.TEXT_UNKNOWN,
            key,
            f"No text of a report has the id {quoted(id)}.",
            instead(id, ours, "remove it"),
        )
        return
    known, used = places_in(ours[id]), places_in(text)
    for brace in _BRACE.findall(text):
        if brace[1:-1] not in known or brace[-1] != "}":
            problems.add(
                Code.TEXT_PLACES,
                place,
                f"{quoted(brace)} is no place that this text has.",
                instead(brace[1:].rstrip("}").strip(), sorted(known), "remove the braces"),
            )
    if missing := sorted(known - used):
        problems.add(
            Code.TEXT_PLACES,
            place,
            f"This text has lost {listed(f'{{{name}}}' for name in missing)}, which the report fills in.",
            "Put it where it belongs in the text.",
        )


def read_outline(text: str, sections: Collection[str], problems: Problems) -> dict[str, tuple[str, ...]]:
    """For each audience that has an outline of its own, the ids of its sections.

    Args:
        sections: the ids that there are.
    """
    file = read_as(Outline, text, problems)
    if file is None:
        return {}
    given = {"board": file.value.board, "team": file.value.team, "record": file.value.record}
    outline = {audience: ids for audience, ids in given.items() if ids is not None}
    for audience, ids in outline.items():
        _check_sections(file, audience, ids, sections)
    return outline


def _check_sections(
    file: Authored[Outline], audience: str, ids: Iterable[str], sections: Collection[str]
) -> None:
    seen: set[str] = set()
    for at, id in enumerate(ids):
        place = file.at(audience, at)
        if id not in sections:
            file.problems.add(
                Code.SECTION_UNKNOWN,
                place,
                f"No section of a report has the id {quoted(id)}.",
                instead(id, sections, "remove it"),
            )
        elif id in seen:
            file.problems.add(
                Code.ID_TWICE, place, f"{quoted(id)} is in this outline already.", "Remove one of the two."
            )
        seen.add(id)
