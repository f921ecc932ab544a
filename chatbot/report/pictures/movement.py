"""What moved between two interviews: the ladder, the layers and their facts then and now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from chatbot.report.content.judged import Finding, Judged, Layer
from chatbot.report.document.nodes import Figure
from chatbot.report.pictures.legend import legend
from chatbot.report.pictures.marks import PITCH, SIZE, changed_mark, level_mark
from chatbot.report.pictures.saying import capital, rung_in_short
from chatbot.report.pictures.standings import HIGH, WIDE, standing_scale
from chatbot.report.pictures.steps import has_tags, step_bar, steps_down
from chatbot.report.pictures.svg import TEXT, TITLE, WIDTH, Colour, Drawing, Point, leading, path
from chatbot.report.pictures.tags import HIGH as TAG
from chatbot.report.pictures.wrapping import wrapped
from chatbot.report.theme.theme import Colours

_HALF: Final = WIDE
_RIGHT: Final = WIDTH - _HALF
_MARKS: Final = 6
"""How many marks stand in a row at most."""

_TAGGED: Final = leading(TEXT) + TAG + 10
"""How high a step with tags below its title is, so that both sides are."""

_NEW: Final = "not part of it"


class Pair(Struct, frozen=True):
    """A fact then and now; nothing on the side whose knowledge base does not have it."""

    before: Finding | None
    after: Finding | None
    sign: bool

    @property
    def fact(self) -> str:
        """Its id."""
        found = self.after or self.before
        return found.fact if found else ""

    @property
    def levels(self) -> tuple[str, str]:
        """Its level then and now; empty where there is none."""
        return self.before.level if self.before else "", self.after.level if self.after else ""

    @property
    def changed(self) -> bool:
        """Whether it is at another level now."""
        return self.levels[0] != self.levels[1]


class _Owner(Struct, frozen=True):
    """A layer or value model with its facts."""

    id: str
    title: str
    signals: tuple[Finding, ...]
    sign: Finding
    layer: Layer | None


def movement(
    before: Judged,
    after: Judged,
    colours: Colours,
    id: str = "movement",
    *,
    heads: tuple[str, str] = ("Then", "Now"),
) -> Figure:
    """Two interviews beside each other; of value models, only the gates in which something changed.

    Args:
        before: as the earlier one is judged, best by the knowledge base of the later one.
        id: of the figure, for documents with more than one.
        heads: what the two are called, a word or two.
    """
    drawing = Drawing(colours)
    for left, head in zip((0, _RIGHT), heads, strict=True):
        drawing.text((left, 2), wrapped(head, TITLE, _HALF, bold=True, most=1), TITLE, bold=True)
    y = _ladders(drawing, 2 + leading(TITLE) + 6, before, after)
    was = {owner.id: owner for owner in _owners(before)}
    rows = [(was.get(owner.id), owner, _pairs(was.get(owner.id), owner)) for owner in _owners(after)]
    shown = [row for row in rows if row[1].layer or any(pair.changed for pair in row[2])]
    for earlier, owner, pairs in shown:
        drawing.stroke(path((0, y + 1), (WIDTH, y + 1)), Colour.LINE)
        y = _facts(drawing, y + 8, owner.title, pairs)
        if owner.layer:
            y = _standings(drawing, y, earlier.layer if earlier else None, owner.layer)
    drawing.stroke(path((0, y + 1), (WIDTH, y + 1)), Colour.LINE)
    y = _legend(drawing, y + 9, [pair for _, _, pairs in shown for pair in pairs])
    said = " ".join((*_ladders_say(before, after, heads), *(_says(*row) for row in shown)))
    return drawing.figure(id, y + 2, f"What moved between the two interviews: {_moved(before, after)}", said)


def _moved(before: Judged, after: Judged) -> str:
    if before.recommended == after.recommended:
        return f"{after.recommended} is what to work on, as before"
    return f"from {before.recommended} to {after.recommended}"


def _owners(judged: Judged) -> Iterator[_Owner]:
    for layer in judged.layers:
        yield _Owner(layer.id, layer.title, layer.signals, layer.sign, layer)
    for rung in judged.ladder:
        yield _Owner(rung.id, rung.title, rung.signals, rung.failure_mode, None)


def _pairs(before: _Owner | None, after: _Owner) -> list[Pair]:
    """Every fact of either side once, the later one's first."""
    was = {finding.fact: finding for finding in (*before.signals, before.sign)} if before else {}
    now = (*after.signals, after.sign)
    pairs = [Pair(was.pop(finding.fact, None), finding, finding is after.sign) for finding in now]
    gone = [Pair(finding, None, before is not None and finding is before.sign) for finding in was.values()]
    return pairs + gone


def _ladders(drawing: Drawing, y: float, before: Judged, after: Judged) -> float:
    """Both ladders, step beside step; returns where they end below."""
    left = {step.place: step for step in steps_down(before, 1, _HALF, narrow=True)}
    right = {step.place: step for step in steps_down(after, _RIGHT, WIDTH - 1, narrow=True)}
    for place in range(max(len(left), len(right)), 0, -1):
        sides = [
            (side, steps[place]) for side, steps in (("before", left), ("after", right)) if place in steps
        ]
        least = _TAGGED if any(has_tags(step) for _, step in sides) else 0
        ends = []
        for side, step in sides:
            with drawing.group(model=step.rung.id, side=side, role=" ".join(step.rung.roles)):
                ends.append(step_bar(drawing, y, step, 4, least=least))
        y = max(ends) + 5
    return y + 4


def _facts(drawing: Drawing, y: float, title: str, pairs: Sequence[Pair]) -> float:
    """A title with the marks then and now; returns where that ends below."""
    columns = min(len(pairs), _MARKS)
    left = _HALF - columns * PITCH + PITCH - SIZE
    lines = wrapped(title, TEXT, left - 10, bold=True)
    drawing.text((0, y), lines, TEXT, bold=True)
    for place, pair in enumerate(pairs):
        row, column = divmod(place, _MARKS)
        middle = y + leading(TEXT) / 2 + row * (PITCH + 3)
        before, after = pair.levels
        with drawing.group(fact=pair.fact, before=before, after=after):
            for x, level in ((left, before), (_RIGHT, after)):
                at = (x + column * PITCH + SIZE / 2, middle)
                if level:
                    level_mark(drawing, at, level, sign=pair.sign)
                if pair.changed and x == _RIGHT:
                    changed_mark(drawing, at)
    rows = -(-len(pairs) // _MARKS)
    return y + max(len(lines) * leading(TEXT), rows * (PITCH + 3)) + 4


def _standings(drawing: Drawing, y: float, before: Layer | None, after: Layer) -> float:
    """A layer's standing then and now; returns where that ends below."""
    with drawing.group(layer=after.id, before=before.standing if before else "", after=after.standing):
        if before:
            standing_scale(drawing, (0, y), before.worst, before.best)
        else:
            drawing.text((0, y + (HIGH - leading(TEXT)) / 2), [capital(_NEW)], TEXT, Colour.MUTED)
        standing_scale(drawing, (_RIGHT, y), after.worst, after.best)
        if before is None or (before.worst, before.best) != (after.worst, after.best):
            _arrow(drawing, (WIDTH / 2, y + HIGH / 2))
    return y + HIGH + 6


def _arrow(drawing: Drawing, at: Point) -> None:
    x, y = at
    drawing.stroke(path((x - 14, y), (x + 8, y)), Colour.INK, weight=2)
    drawing.shape(path((x + 5, y - 6), (x + 15, y), (x + 5, y + 6), closed=True), Colour.INK)


def _legend(drawing: Drawing, y: float, pairs: Sequence[Pair]) -> float:
    levels = {level for pair in pairs if not pair.sign for level in pair.levels}
    signs = {level for pair in pairs if pair.sign for level in pair.levels}
    return legend(drawing, y, levels, signs, changed=any(pair.changed for pair in pairs))


def _ladders_say(before: Judged, after: Judged, heads: tuple[str, str]) -> Iterator[str]:
    for head, judged in zip(heads, (before, after), strict=True):
        rungs = " ".join(rung_in_short(place, rung) for place, rung in enumerate(judged.ladder, 1))
        yield f"{head}: {rungs}"


def _says(before: _Owner | None, after: _Owner, pairs: Sequence[Pair]) -> str:
    """What moved in a layer or a gate, as sentences."""
    told = []
    if after.layer:
        then = before.layer.says if before and before.layer else _NEW
        now = after.layer.says
        told.append(
            f"{after.title}: {now}, as before." if then == now else f"{after.title}: {then}; now {now}."
        )
    for pair in pairs:
        found = pair.after or pair.before
        if pair.changed and found:
            then, now = (one.standing if one else _NEW for one in (pair.before, pair.after))
            told.append(f"{capital(found.within)}: {then}; now {now}.")
    return " ".join(told)
