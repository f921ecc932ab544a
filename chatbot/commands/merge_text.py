"""What `chatbot merge` prints for people: where they differ, and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from chatbot.framework.terms import Terms
from chatbot.room.ballots import Ballot
from chatbot.room.consequences import NOTHING, consequences
from chatbot.room.differences import Differences, differences_in
from chatbot.room.disagreement import Disagreement, Position
from chatbot.room.merging import Merged
from chatbot.room.wording import Wording
from chatbot.visible import on_one_line

_LONGEST: Final = 100
_TIERS: Final = (
    "What comes out depends on these",
    "Only warnings depend on these",
    "Nothing in the result depends on these",
)
_NO_TIER: Final = 2
"""Of what nothing in the result depends on."""


def text_of(made: Merged) -> str:
    """A merged session as lines of text."""
    return "\n".join(_Writer(made).lines(differences_in(made.room)))


class _Writer:
    def __init__(self, made: Merged) -> None:
        self._made = made
        self._words = Wording(made.room.interview)
        self._framework = made.room.interview.held.framework
        self._names = {str(person.id): person.name for person in made.room.state.people}

    def lines(self, found: Differences) -> Iterator[str]:
        yield f"Interviews: {', '.join(self._names[person] for person in self._made.taken)}"
        yield f"Agreed, as all who answered said the same: {len(self._made.agreed)}"
        yield f"Not agreed, as people differ: {len(found.ranked) + len(found.texts)}"
        yield f"Without an answer yet: {len(self._made.room.interview.state.due)} questions"
        if found.interim:
            terms = Terms(self._framework)
            yield (
                "As most see it: "
                f"{terms.title(found.interim.recommended)}, "
                f"commitment: {terms.decision(found.interim.commitment.decision)}"
            )
        yield from self._ranked(found.ranked)
        if found.texts:
            yield from ("", "In their own words")
        for ballot, positions in found.texts.items():
            yield self._titled(ballot)
            yield from (f"   {self._held(ballot, position)}" for position in positions)

    def _ranked(self, every: Sequence[Disagreement]) -> Iterator[str]:
        number = 0
        for tier, several in groupby(every, lambda one: one.tier):
            yield from ("", _TIERS[tier])
            for one in several:
                number += 1
                yield f"{number}. {self._titled(one.ballot)}"
                if not one.comes_up:
                    yield "   It comes up only if something else turns out otherwise."
                yield from self._positions(one)

    def _positions(self, one: Disagreement) -> Iterator[str]:
        """Who holds what, and what would follow."""
        follows = consequences(one.hanging, self._framework)
        if one.tier < _NO_TIER and all(what == NOTHING for what in follows):
            yield "   None of these changes anything alone; together with other answers they do."
            yield from (f"   {self._held(one.ballot, position)}" for position in one.positions)
            return
        for position, what in zip(one.positions, follows, strict=True):
            yield f"   {self._held(one.ballot, position)}: {what}"

    def _titled(self, ballot: Ballot) -> str:
        ask, point = self._words.ask(ballot), self._words.point(ballot)
        return on_one_line(f"{point} ({ask})" if point else ask, 2 * _LONGEST)

    def _held(self, ballot: Ballot, position: Position) -> str:
        names = ", ".join(on_one_line(self._names[person], _LONGEST) for person in position.persons)
        return f"{on_one_line(self._words.label(ballot, position.stance), _LONGEST)} ({names})"
