"""Who said what of which items: from the meanings of a checklist answer to items with their levels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from chatbot.dialog.understanding.checklists.lexicon import (
    All,
    Described,
    Except,
    Grade,
    Meaning,
    Named,
    Rest,
    Stop,
    Strange,
)

Point: TypeAlias = Named | All | Rest

_POINTS: Final = (Named, All, Rest)


@dataclass(frozen=True, slots=True)
class Claim:
    """Items and the one level that was said of them."""

    points: tuple[Point, ...]
    grade: Grade


@dataclass(frozen=True, slots=True)
class Claims:
    """What was claimed, in order.

    Attributes:
        loose: items that were named without a level.
        sure: whether nothing else can have been meant.
    """

    claims: tuple[Claim, ...]
    loose: tuple[Point, ...]
    sure: bool


class NoClaims(Exception):
    """The words give a level to nothing, or not clearly."""


@dataclass(slots=True)
class _Part:
    """What stands between two separators.

    Attributes:
        leads: whether it names the level before the items ("no quality checks").
        loose: items without a level.
        before: what separates it from the part before it.
    """

    before: Stop
    claims: list[Claim] = field(default_factory=list)
    loose: list[Point] = field(default_factory=list)
    leads: bool = False


def claims(told: Sequence[Meaning]) -> Claims:
    """What is claimed of which items.

    Items without a level belong to the level that comes next ("owners, access rules yes"), or to the
    one before where that was said first ("yes to owners and access rules"), never across a sentence.

    Raises:
        NoClaims: a level is said of no item.
    """
    parts = [_part(meanings, before) for meanings, before in _split(told)]
    loose: list[Point] = []
    sure = True
    for run in _runs(parts):
        neighbour = _neighbour(parts, run)
        points = [point for at in run for point in parts[at].loose]
        if neighbour is None:
            loose += points
        elif neighbour < run.start:
            first = parts[neighbour].claims[-1]
            parts[neighbour].claims[-1] = Claim((*first.points, *points), first.grade)
            # "No owners, access rules" may go on with what there is.
            sure = sure and not any(parts[at].before.comma for at in run)
        else:
            last = parts[neighbour].claims[0]
            parts[neighbour].claims[0] = Claim((*points, *last.points), last.grade)
    loose += [point for part in parts if part.claims for point in part.loose]
    return Claims(tuple(claim for part in parts for claim in part.claims), tuple(loose), sure)


def _runs(parts: Sequence[_Part]) -> Iterator[range]:
    """The stretches of parts that only name items."""
    start = 0
    while start < len(parts):
        end = start
        while end < len(parts) and not parts[end].claims and (end == start or not parts[end].before.strong):
            end += 1
        if end > start:
            yield range(start, end)
        start = max(end, start + 1)


def _neighbour(parts: Sequence[_Part], run: range) -> int | None:
    """The part whose level the items of a run share; `None` where there is none, or it could be either."""
    before, after = run.start - 1, run.stop
    leads = (
        before >= 0
        and not parts[run.start].before.strong
        and bool(parts[before].claims)
        and parts[before].leads
    )
    follows = (
        after < len(parts)
        and not parts[after].before.strong
        and bool(parts[after].claims)
        and not parts[after].leads
    )
    if leads == follows:
        return None
    return before if leads else after


def _split(told: Sequence[Meaning]) -> Iterator[tuple[list[Meaning], Stop]]:
    """The stretches between separators, each with what stands before it: of several the strongest."""
    part: list[Meaning] = []
    before = pending = Stop()
    for meaning in told:
        if not isinstance(meaning, Stop | Except):
            if not part:
                before, pending = pending, Stop()
            part.append(meaning)
            continue
        if part:
            yield part, before
            part = []
        strong = isinstance(meaning, Except) or meaning.strong
        comma = isinstance(meaning, Stop) and meaning.comma
        pending = Stop(strong=pending.strong or strong, comma=pending.comma or comma)
    if part:
        yield part, before


def _part(meanings: Sequence[Meaning], before: Stop) -> _Part:
    said = [meaning for meaning in meanings if not isinstance(meaning, Strange)]
    part = _Part(before, leads=bool(said) and isinstance(said[0], Grade))
    grade: Grade | None = None
    for meaning in said:
        if isinstance(meaning, Described):
            _describe(part, meaning)
        elif isinstance(meaning, _POINTS):
            _name(part, meaning)
        elif isinstance(meaning, Grade):
            if part.leads:
                _close(part, grade)
                grade = meaning
            else:
                _close(part, meaning)
    if part.leads:
        _close(part, grade)
    return part


def _name(part: _Part, point: Point) -> None:
    """Take in an item; a number right beside another item's name counts something else ("2 owners")."""
    last = part.loose[-1] if part.loose else None
    if isinstance(last, Named) and isinstance(point, Named) and last.numbered != point.numbered:
        if last != point:
            raise NoClaims
        return
    part.loose.append(point)


def _describe(part: _Part, described: Described) -> None:
    """A level in the script's words for one item, which may have been named before it."""
    named = Named((described.fact,))
    if part.leads or part.loose not in ([], [named]):
        raise NoClaims
    part.claims.append(Claim((named,), Grade(described.level)))
    part.loose.clear()


def _close(part: _Part, grade: Grade | None) -> None:
    if grade is None:
        return
    if not part.loose:
        raise NoClaims
    part.claims.append(Claim(tuple(part.loose), grade))
    part.loose.clear()
