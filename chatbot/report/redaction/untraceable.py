"""Which numbers about a room can be shown without telling what one person answered.

A reader of the report may have the attendance list, may have been in the room, and then knows their own
answer. From that follow the rules; they are about numbers alone, and the same for every ballot.

- Of fewer than five people no answers are shown.
- A distribution is shown where at least two answers were given by two people or more each. Without the
  second half, one in which everybody said the same would tell what each of them said; without the "two or
  more", whoever knows their own answer could take it away and be left with such a one.
- What is not shown looks the same whatever the reason, and without the number of those who voted: otherwise
  "five voted, and it is not shown" would say that they all said the same.
- Roles are shown only as parts of the whole that are all fit to be shown: what is left when the parts that
  are shown are taken away from the whole is a part as well. So the others are put together, and as long as
  these others are not fit, the smallest part joins them. Where one part is left, there are no roles.
- The votes of earlier rounds are never shown: somebody may have changed their answer, or come or gone in
  between, and the difference of two distributions would tell whose.
- Whatever else is computed of answers (how far people are apart, where a layer stands) is computed of what
  is shown and of nothing else, so that it tells nothing more.

What the rules cannot do: two people who put their own answers together know more, and so does who holds two
reports, one of which has another vote in it. A report says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec.structs import replace

from chatbot.dialog.script import QuestionKind
from chatbot.report.content.room import BallotView, Count, RoleCounts
from chatbot.report.content.scales import OTHERS

FEWEST: Final = 5
"""As many people have to be behind numbers that are shown."""

_EACH: Final = 2
"""As many answers have to differ, and as many people to have given each of these."""


def may_be_shown(counts: Iterable[Count]) -> bool:
    """Whether nobody's answer follows from a distribution, also for somebody who is a part of it."""
    each = [one.count for one in counts]
    return sum(each) >= FEWEST and sum(count >= _EACH for count in each) >= _EACH


def dissent_may_be_shown(dissenting: int, attended: int) -> bool:
    """Whether it stays open who dissents: enough took part, and more than one of them does not."""
    return attended >= FEWEST and attended - dissenting >= _EACH


def without_voters(ballot: BallotView) -> BallotView:
    """A ballot with the numbers that may be shown, and without anything else of the votes."""
    counts = ballot.counts
    if counts:
        counts = tuple(replace(one, who=()) for one in counts)
    shown = bool(counts) and may_be_shown(counts or ())
    return replace(
        ballot,
        counts=counts if shown else _nothing(ballot),
        by_role=_parts(ballot.by_role) if shown else (),
        votes=(),
        apart=ballot.apart if shown else 0.0,
        changes="",
        rounds=0,
        minutes=0.0,
    )


def _nothing(ballot: BallotView) -> tuple[Count, ...] | None:
    """What stands for answers that are not shown; in own words there are none to count."""
    return () if ballot.kind is QuestionKind.TEXT else None


def _parts(roles: Sequence[RoleCounts]) -> tuple[RoleCounts, ...]:
    """The whole in parts that may all be shown, the small ones put together; nothing where that is one."""
    plain = [replace(one, counts=tuple(replace(count, who=()) for count in one.counts)) for one in roles]
    kept = [one for one in plain if may_be_shown(one.counts)]
    others = [one for one in plain if one not in kept]
    kept.sort(key=lambda one: (-_size(one), one.role))
    while others and kept and not may_be_shown(_together(others).counts):
        others.append(kept.pop())
    parts = sorted(kept, key=lambda one: one.role)
    parts += [_together(others)] if others else []
    return tuple(parts) if len(parts) > 1 else ()


def _size(one: RoleCounts) -> int:
    return sum(count.count for count in one.counts)


def _together(roles: Iterable[RoleCounts]) -> RoleCounts:
    sums: dict[str, Count] = {}
    for role in roles:
        for one in role.counts:
            before = sums.get(one.value)
            sums[one.value] = replace(one, count=one.count + before.count) if before else one
    return RoleCounts(role=OTHERS, counts=tuple(sums[value] for value in sorted(sums)))
