"""The page with what is open: parked points, and actions with their owners and dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from chatbot.chat.lines import Role, Span
from chatbot.chat.room.asking_for import Blank, Form
from chatbot.chat.room.page import RoomPage
from chatbot.chat.widgets.pick_list import Choice, Heading, Remark, Row
from chatbot.interview.events import EventId
from chatbot.interview.room_events import PersonId
from chatbot.room.outcomes import Task
from chatbot.visible import visible


class PointsPage(RoomPage):
    """Lists parked points and actions; Enter says what came of one."""

    HEADING = "Open points"
    PICKS = "it is dealt with"
    KEYS: ClassVar[dict[str, str]] = {"U": "undo"}

    def rows(self) -> Sequence[Row]:
        """First what is parked, then what is to be done."""
        outcomes = self.desk.room.state.outcomes
        return [
            *_part(
                "Parked", outcomes.parked, "Nothing is parked. K parks a point at the question.", self._by
            ),
            *_part("To do", outcomes.actions, "Nothing is to be done yet. T adds an action.", self._by),
        ]

    def pick(self, target: str) -> None:
        """Say what came of it."""

        def done(lines: Sequence[str]) -> bool:
            return self.desk.does(lambda: self._settle(EventId(target), lines[0]))

        blank = Blank(label="What came of it?", beside="may stay empty")
        self.entry.open(Form(key=("settle", target), blanks=[blank], done=done))

    def press(self, key: str) -> None:
        """The page's keys."""
        if key == "U":
            self.desk.does(self.desk.undo)
        elif key == "O":
            self.dismiss(None)

    def _settle(self, task: EventId, outcome: str) -> None:
        self.desk.room.settle(task, outcome)
        self.desk.say("It is dealt with.")

    def _by(self, task: Task) -> str:
        """Who, and until when."""
        person = self.desk.room.state.people.get(PersonId(task.owner))
        owner = person.name if person else task.owner
        return visible(" · ".join(part for part in (owner, task.due) if part))


def _part(title: str, tasks: Sequence[Task], none: str, by: Callable[[Task], str]) -> Iterator[Row]:
    yield Heading(title)
    if not tasks:
        yield Remark(none)
    for task in tasks:
        settled = task.settled is not None
        yield Choice(
            target="" if settled else task.event.id,
            label=visible(task.text),
            mark=Span("✓ " if settled else "  ", Role.GOOD),
            beside=by(task),
            below=visible(task.outcome),
        )
