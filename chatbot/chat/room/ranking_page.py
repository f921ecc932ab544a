"""The page with what people see differently, what matters most for the result first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from chatbot.chat.lines import Role
from chatbot.chat.room.desk import Desk
from chatbot.chat.room.page import RoomPage
from chatbot.chat.widgets.pick_list import Choice, Heading, Remark, Row
from chatbot.room.ballots import Ballot, Stance
from chatbot.room.consequences import consequences
from chatbot.room.differences import is_being_voted_on
from chatbot.room.disagreement import Disagreement, ranked, stances_of
from chatbot.room.told import name_of
from chatbot.visible import on_one_line, visible

_LONGEST: Final = 70
_ALIKE: Final = "alike"
_TIERS: Final = (
    "What comes out depends on these",
    "Only warnings depend on these",
    "Nothing in the result depends on these",
)


class RankingPage(RoomPage):
    """Lists disagreements; Enter turns the room to one."""

    HEADING = "Where people differ"
    PICKS = "turn to it"
    KEYS: ClassVar[dict[str, str]] = {"U": "undo"}

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._known: tuple[int, tuple[Disagreement, ...]] = (0, ())

    def rows(self) -> Sequence[Row]:
        """By what depends on them; then what all said alike before, and what is agreed but not shared."""
        rows = [*self._differences(), *self._alike(), *self._not_shared()]
        return rows or [Remark("Nobody differs on anything that was asked so far.", Role.PLAIN)]

    def pick(self, target: str) -> None:
        """Turn to a disagreement, or agree on what was answered alike."""
        if target == _ALIKE:
            self.desk.does(self.desk.agree_alike)
            return
        ballot = self._ballots()[target]
        if self.desk.does(lambda: self.desk.come_back(ballot)):
            self.dismiss(None)

    def press(self, key: str) -> None:
        """The page's keys."""
        if key == "U":
            self.desk.does(self.desk.undo)
        elif key == "L":
            self.dismiss(None)

    def _ranked(self) -> tuple[Disagreement, ...]:
        """The disagreements; worked out anew only when something has happened."""
        interview = self.desk.room.interview
        events = len(interview.state.events)
        if self._known[0] != events:
            stances = stances_of(interview.held.manager.route, self.desk.room.state)
            found = ranked(interview.held, stances)
            room = self.desk.room
            self._known = events, tuple(one for one in found if not is_being_voted_on(room, one.ballot))
        return self._known[1]

    def _ballots(self) -> dict[str, Ballot]:
        """The ballots that can be picked, by their target."""
        dissents = (one.ballot for one in self.desk.room.state.outcomes.dissents)
        return {_target(ballot): ballot for ballot in (*(one.ballot for one in self._ranked()), *dissents)}

    def _differences(self) -> Iterator[Row]:
        tier = -1
        for one in self._ranked():
            if not one.comes_up:
                continue
            if tier < 0:
                yield Remark("Who said what stands here once it was shown to the room.")
            if one.tier != tier:
                tier = one.tier
                yield Heading(_TIERS[tier])
            yield Choice(
                target=_target(one.ballot),
                label=self._words(one.ballot),
                beside=f"{len(one.positions)} answers",
                below=self._positions(one),
            )

    def _positions(self, one: Disagreement) -> str:
        """Who holds what and what would follow; only once it was shown."""
        room = self.desk.room
        sheet = self.desk.sheet_of(one.ballot)
        if sheet is None or not room.state.votes.is_revealed(one.ballot):
            return self._question(one.ballot)
        lines = [self._question(one.ballot)] if sheet.point else []
        follows = consequences(one.hanging, room.interview.held.framework)
        for position, what in zip(one.positions, follows, strict=True):
            names = ", ".join(name_of(person, room.state.people) for person in position.persons)
            label = on_one_line(sheet.label(position.stance), _LONGEST)
            lines.append(f"{label} ({names}): {what}")
        return visible("\n".join(lines))

    def _alike(self) -> Iterator[Row]:
        alike: list[tuple[Ballot, Stance]] = list(self.desk.course.alike())
        if alike:
            yield Heading("Answered alike before the session")
            points = "one point" if len(alike) == 1 else f"{len(alike)} points"
            yield Choice(target=_ALIKE, label=f"Agree on {points} as everybody answered who answered before")

    def _not_shared(self) -> Iterator[Row]:
        outcomes = self.desk.room.state.outcomes
        by_ballot: dict[Ballot, list[str]] = {}
        for one in outcomes.dissents:
            if not one.earlier:
                said = f": {one.reason}" if one.reason else ""
                name = name_of(one.person, self.desk.room.state.people)
                by_ballot.setdefault(one.ballot, []).append(f"{name} does not share it{said}")
        if by_ballot:
            yield Heading("Agreed, but not by all")
        for ballot, every in by_ballot.items():
            below = visible("\n".join(every))
            yield Choice(target=_target(ballot), label=self._words(ballot), below=below)

    def _question(self, ballot: Ballot) -> str:
        """What a point belongs to."""
        sheet = self.desk.sheet_of(ballot)
        return on_one_line(sheet.ask, _LONGEST) if sheet and sheet.point else ""

    def _words(self, ballot: Ballot) -> str:
        sheet = self.desk.sheet_of(ballot)
        return visible((sheet.point or sheet.ask) if sheet else ballot.question)


def _target(ballot: Ballot) -> str:
    return f"{ballot.question}:{ballot.fact}"
