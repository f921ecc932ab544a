"""An agenda as plain data: what a session spends its minutes on, and what is answered before it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from chatbot.dialog.script import DialogId, QuestionId, TopicId


class Held(StrEnum):
    """Where a question is answered."""

    ROOM = "room"
    BEFORE = "before"
    """By every participant alone."""

    ONE = "one"
    """Before the session, by one person who can answer for all."""


class Part(StrEnum):
    """What a stretch of the session is for."""

    OPENING = "opening"
    TOPIC = "topic"
    """Its questions are asked and voted on."""

    BREAK = "break"
    DISAGREEMENTS = "disagreements"
    """What people see differently is discussed and agreed, the most consequential first."""

    CLOSING = "closing"
    """Actions, what is parked, and the result."""


class Planned(Struct, frozen=True, kw_only=True):
    """A question on the agenda.

    Attributes:
        minutes: what it takes where it is held; before the session, what it would take in the room.
        certain: whether it comes up whatever is answered before it.
    """

    question: QuestionId
    topic: TopicId
    minutes: int
    held: Held
    certain: bool = True


class Slot(Struct, frozen=True, kw_only=True):
    """A stretch of the session.

    Attributes:
        starts: minutes after the session's beginning.
        minutes: how long it is. Of a topic, what those of its questions take that come up together.
        topic: which one; nothing for the other parts.
        planned: the questions that are asked in it, in the order of the dialog.
    """

    part: Part
    starts: int
    minutes: int
    topic: TopicId | None = None
    planned: tuple[Planned, ...] = ()


class Agenda(Struct, frozen=True, kw_only=True):
    """The agenda of a session.

    Attributes:
        minutes: how long the session is; the slots add up to it.
        slots: in order, one after the other.
        before: the questions that are answered before it, in the order of the dialog.
    """

    dialog: DialogId
    minutes: int
    slots: tuple[Slot, ...]
    before: tuple[Planned, ...] = ()

    def in_room(self) -> Iterator[Planned]:
        """The questions that are held in the room, in the order of the dialog."""
        for slot in self.slots:
            yield from slot.planned

    def every(self) -> dict[QuestionId, Planned]:
        """All questions by their id: those in the room, then those before it."""
        return {one.question: one for one in (*self.in_room(), *self.before)}

    def of(self, part: Part) -> int:
        """The minutes of all slots of one kind."""
        return sum(slot.minutes for slot in self.slots if slot.part is part)
