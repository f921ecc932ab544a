"""The pictures of a report: the one place that says which picture stands where."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from chatbot.report.content.judged import Judged
from chatbot.report.document.nodes import Figure
from chatbot.report.sections.setting import Setting
from chatbot.report.theme.theme import Colours

Draw = Callable[[Judged, Colours], Figure]


class Picture(StrEnum):
    """What a picture shows."""

    LADDER = "ladder"
    """On the first page."""

    READINESS = "readiness"
    UNKNOWNS = "unknowns"
    """Where there is something to find out."""


DRAWN: Final[Mapping[Picture, Draw]] = {}
"""How each is drawn; one that is not named here is left out."""


def figure(setting: Setting, picture: Picture) -> tuple[Figure, ...]:
    """A picture as a block, or nothing where there is nothing to show."""
    draw, judged = DRAWN.get(picture), setting.content.judged
    return (draw(judged, setting.colours),) if draw and judged else ()
