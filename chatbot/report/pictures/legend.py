"""What the marks mean: a line below a picture, of those that occur in it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from chatbot.facts import Level
from chatbot.framework.assessment import NOT_ASKED
from chatbot.report.pictures.marks import SIZE, changed_mark, level_mark
from chatbot.report.pictures.svg import TEXT, Colour, Drawing, leading
from chatbot.report.pictures.widths import width_of

_GAP: Final = 16
_LABEL: Final = SIZE + 6
_CIRCLES: Final = (
    (Level.ESTABLISHED, "settled"),
    (Level.PARTIAL, "partly"),
    (Level.ABSENT, "missing"),
    (Level.UNKNOWN, "not known"),
    (NOT_ASKED, "not asked"),
    (Level.NOT_APPLICABLE, "does not apply"),
)
_TRIANGLES: Final = (
    (Level.PRESENT, "warning sign"),
    (Level.ABSENT, "no warning sign"),
)
_CHANGED: Final = "changed"


def legend(
    drawing: Drawing, y: float, levels: Collection[str], signs: Collection[str] = (), *, changed: bool = False
) -> float:
    """Draw it from `y` down; returns where it ends below.

    Args:
        levels: of the signals in the picture.
        signs: the levels of the warning signs, where nothing else in the picture says them.
        changed: marks in the picture are underlined.
    """
    entries = [(level, words, False) for level, words in _CIRCLES if level in levels]
    entries += [(level, words, True) for level, words in _TRIANGLES if level in signs]
    if changed:
        entries.append((_CHANGED, _CHANGED, False))
    x = 0.0
    for level, words, sign in entries:
        wide = _LABEL + width_of(words, TEXT)
        if x + wide > drawing.wide:
            x, y = 0.0, y + leading(TEXT) + 4
        at = (x + SIZE / 2, y + leading(TEXT) / 2)
        if level == _CHANGED:
            changed_mark(drawing, (at[0], at[1] - 8))
        else:
            level_mark(drawing, at, level, sign=sign)
        drawing.text((x + _LABEL, y), [words], TEXT, Colour.MUTED)
        x += wide + _GAP
    return y + leading(TEXT) + 2
