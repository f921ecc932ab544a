"""Pictures of a comparison, judged by the same rules as its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from chatbot.report.comparing.compared import Compared, judged_by
from chatbot.report.comparing.portfolio import SideBySideReport
from chatbot.report.comparing.side_by_side import judging
from chatbot.report.document.nodes import Figure
from chatbot.report.pictures.movement import movement as drawn
from chatbot.report.pictures.side_by_side import Row, side_by_side
from chatbot.report.theme.theme import Theme

_IN_A_PICTURE: Final = 6
"""How many initiatives one picture shows, so that it stays on a page."""

_TELLING: Final = 24
"""How many characters of a name a picture shows at least; names that begin alike may look alike in it."""


def movement(old: Compared, new: Compared, first: str, theme: Theme) -> Figure | None:
    """What moved as a picture, judged as the text is; nothing where it could say something else."""
    before, after = (old, new) if old.interview == first else (new, old)
    was, now = judged_by(before, after), after.content.judged
    return drawn(was, now, theme.colours) if was and now else None


def in_rows(several: Sequence[Compared], told: SideBySideReport, theme: Theme) -> Iterator[Figure]:
    """The initiatives as pictures, judged as the text is; nothing where they could say something else."""
    by = judging(several)
    rows = [
        Row(name=one.interviewed.name, mark=mark, judged=judged_by(its, by))
        for one, its, mark in zip(told.initiatives, several, _marks(told), strict=True)
    ]
    if any(one.judged and row.judged is None for one, row in zip(told.initiatives, rows, strict=True)):
        return
    whole = len(rows)
    each = -(-whole // -(-whole // _IN_A_PICTURE))
    for start in range(0, whole, each):
        some = rows[start : start + each]
        which = f"Initiatives {start + 1} to {start + len(some)} of {whole}" if len(some) < whole else ""
        figure = side_by_side(some, theme.colours, f"side_by_side_{start + 1}", caption=which)
        if figure:
            yield figure


def _marks(told: SideBySideReport) -> list[str]:
    """The id of each interview whose name, as a picture shows it, may be that of another."""
    names = [one.interviewed.name.casefold()[:_TELLING] for one in told.initiatives]
    alike = Counter(names)
    return [
        f"({one.interviewed.interview})" if alike[name] > 1 else ""
        for one, name in zip(told.initiatives, names, strict=True)
    ]
