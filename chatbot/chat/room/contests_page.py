"""The page with entries of two terminals that differ: both beside each other, and a person decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from chatbot.chat.lines import Role
from chatbot.chat.room.page import RoomPage
from chatbot.chat.widgets.pick_list import Choice, Heading, Remark, Row
from chatbot.interview.contests import Contest
from chatbot.interview.events import Event, EventId
from chatbot.room.entries import Entries
from chatbot.room.told import name_of
from chatbot.visible import visible


class ContestsPage(RoomPage):
    """Lists what waits for a decision; Enter says which of two entries counts."""

    HEADING = "Entries that differ"
    PICKS = "this one counts"

    def rows(self) -> Sequence[Row]:
        """Each contest with its two entries."""
        contests = self.desk.room.state.contests
        if not contests:
            return [Remark("Nothing waits for a decision.", Role.PLAIN)]
        told = (
            "Two terminals said different things at the same time. Both are kept; choose which one counts. "
            "Until then the first does."
        )
        rows: list[Row] = [Remark(told, Role.PLAIN)]
        for contest in contests:
            rows += self._contest(contest)
        return rows

    def pick(self, target: str) -> None:
        """Decide."""
        contest, kept = target.split(":")
        found = next((one for one in self.desk.room.state.contests if one.id == contest), None)
        if found:
            self.desk.does(lambda: self._decide(found, EventId(kept)))

    def press(self, key: str) -> None:
        """The page's keys."""
        if key == "U":
            self.desk.does(self.desk.undo)
        elif key == "C":
            self.dismiss(None)

    def _decide(self, contest: Contest, kept: EventId) -> None:
        self.desk.room.resolve(contest, kept)
        self.desk.say("Decided; the other one stays in the log. U takes the decision back.")

    def _contest(self, contest: Contest) -> Iterator[Row]:
        state = self.desk.room.interview.state
        first, second = state.event(contest.first), state.event(contest.second)
        if first is None or second is None:
            return
        words = Entries(self.desk.room, self.desk.sheet_of, shows_votes=False)
        yield Heading(visible(words.about(first)))
        for event, place in ((first, "counts until you decide"), (second, "held back until you decide")):
            yield Choice(
                target=f"{contest.id}:{event.id}",
                label=visible(words.said(event)),
                beside=self._when(event),
                below=place,
            )

    def _when(self, event: Event) -> str:
        """Who, and at what time."""
        time = datetime.fromisoformat(event.at).strftime("%H:%M:%S")
        return f"{name_of(event.who, self.desk.room.state.people)}, {time}"
