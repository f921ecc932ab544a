"""Sessions in the linear mode that are fed with lines."""

from __future__ import annotations

import io

from chatbot.dialog.script import QuestionId
from chatbot.plain.advising import advice_on
from chatbot.plain.channel import Channel
from chatbot.plain.room.holding import LinearRoom
from chatbot.room.ballots import Ballot
from chatbot.room.budgeting import budget_of
from chatbot.room.course import Course
from chatbot.room.room import Room
from tests.room.rooms import new_room

AIM = Ballot(QuestionId("ambition"))
OPTIONS = ("daily_work", "win_customers", "specialist_questions", "linked_changes", "whole_process")


class Session:
    """A session that is fed with lines."""

    def __init__(self, room: Room | None = None) -> None:
        self.room = room or new_room()
        self.refused: tuple[int, ...] = ()

    def __call__(self, *lines: str) -> str:
        """Feed lines; gives what was written."""
        out = io.StringIO()
        source = io.BytesIO("".join(f"{line}\n" for line in lines).encode())
        channel = Channel(source, out, interactive=False, width=lambda: None)
        course = Course(self.room, budget_of(self.room))
        self.refused = LinearRoom(course, channel, advice_on, "chatbot report").run().refused
        return out.getvalue()

    @property
    def stances(self) -> dict[str, str]:
        """What each person voted on the aim, by the first letter of their name."""
        latest = self.room.state.votes.latest(AIM)
        names = {person.id: person.name for person in self.room.state.people}
        return {names[person][0]: vote.stance.value for person, vote in latest.items()}
