"""The pictures of a report: the one place that says which picture stands where."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from chatbot.report.content.judged import Judged
from chatbot.report.document.nodes import Figure
from chatbot.report.pictures.ladder import ladder, ladder_in_short
from chatbot.report.pictures.readiness import readiness
from chatbot.report.pictures.svg import NARROW
from chatbot.report.pictures.unknowns import unknowns
from chatbot.report.sections.setting import Setting
from chatbot.report.theme.theme import Colours

if TYPE_CHECKING:
    from chatbot.report.content.room import Scale

Draw = Callable[[Judged, Colours], Figure | None]


class Picture(StrEnum):
    """What a picture shows."""

    LADDER_IN_SHORT = "ladder_in_short"
    """On the first page, where it has to be small."""

    LADDER = "ladder"
    READINESS = "readiness"
    UNKNOWNS = "unknowns"
    """Where there is something to find out."""


DRAWN: Final[Mapping[Picture, Draw]] = {
    Picture.LADDER_IN_SHORT: ladder_in_short,
    Picture.LADDER: ladder,
    Picture.READINESS: readiness,
    Picture.UNKNOWNS: unknowns,
}
"""How each is drawn; `None` where there is nothing to show."""

_FOR_A_PHONE: Final = {
    Picture.LADDER_IN_SHORT: ladder_in_short,
    Picture.LADDER: ladder,
    Picture.READINESS: readiness,
}
"""Those that can be drawn narrower as well."""


def figure(setting: Setting, picture: Picture) -> tuple[Figure, ...]:
    """A picture as a block, or nothing where there is nothing to show."""
    judged = setting.content.judged
    drawn = DRAWN[picture](judged, setting.colours) if judged else None
    if judged and drawn and setting.for_phones and picture in _FOR_A_PHONE:
        narrow = _FOR_A_PHONE[picture](judged, setting.colours, wide=NARROW)
        drawn = replace(drawn, narrow=narrow.svg)
    return (drawn,) if drawn else ()


def spread_figure(setting: Setting, scales: Sequence[Scale]) -> tuple[Figure, ...]:
    """Where a room's answers put the layers and value models; nothing where none has a place."""
    from chatbot.report.pictures.spread import spread  # few interviews are a room's

    drawn = spread(scales, setting.colours)
    narrow = spread(scales, setting.colours, wide=NARROW) if setting.for_phones else None
    if drawn and narrow:
        drawn = replace(drawn, narrow=narrow.svg)
    return (drawn,) if drawn else ()
