"""What a report is to be made of, as somebody wishes it: interviews, with the names in them or without."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from chatbot.errors import UsageError
from chatbot.interview.events import Event, InterviewId
from chatbot.interview.held import Held
from chatbot.report.formats import Format
from chatbot.report.sections.audience import Audience

if TYPE_CHECKING:
    from chatbot.report.content.room import RoomView
    from chatbot.report.redaction.named import Named, Replaced


class Wish(Struct, frozen=True, kw_only=True):
    """What somebody wants a report to be like.

    Attributes:
        form: in which format.
        audience: whom it is for; formats for programs always hold everything.
        transcript: whether the conversation is in it, word for word.
        redact: whether names give way to roles.
        unattributed: of a room, whether no answer may be traced to a person; names give way then too.
        names: names to replace besides those that were given as such.
        stem: the file's name without its ending, where it goes into a file.
    """

    form: Format
    audience: Audience = Audience.RECORD
    transcript: bool = True
    redact: bool = False
    unattributed: bool = False
    names: tuple[Named, ...] = ()
    stem: str = ""


class Source(Struct, frozen=True, kw_only=True):
    """An interview to report on.

    Attributes:
        again: the command that makes the report again.
        room: the room's view, where the events may not tell it.
    """

    interview: InterviewId
    events: Sequence[Event]
    held: Held
    again: str = ""
    room: RoomView | None = None


class Names(Struct, frozen=True, kw_only=True):
    """What became of the names in what is reported on.

    Attributes:
        given: how many of them whoever made the report gave.
    """

    replaced: tuple[Replaced, ...]
    unsure: tuple[str, ...]
    given: int


def without_names(sources: Sequence[Source], wish: Wish) -> tuple[list[Source], Names | None]:
    """The sources as they may be reported on; the same name gives way to the same words in all of them."""
    if wish.unattributed:
        return _without_people(sources, wish)
    if not wish.redact:
        return list(sources), None
    from chatbot.report.redaction.redacting import redact_together
    from chatbot.report.redaction.rostered import declared_in

    declared = [one for source in sources for one in declared_in(source.events)]
    every = redact_together(
        [(source.events, source.held) for source in sources], also=wish.names, declared=declared
    )
    without = [replace(source, events=one.events) for source, one in zip(sources, every, strict=True)]
    return without, Names(replaced=every[-1].replaced, unsure=every[-1].unsure, given=len(wish.names))


def _without_people(sources: Sequence[Source], wish: Wish) -> tuple[list[Source], Names]:
    from chatbot.report.redaction.unattributed import without_people

    if len(sources) > 1:
        raise UsageError(
            "Two reports side by side tell who made the difference.", todo="Name one interview alone."
        )
    source = sources[0]
    found = without_people(source.interview, source.events, source.held, also=wish.names)
    names = Names(replaced=found.replaced, unsure=found.unsure, given=len(wish.names))
    return [replace(source, events=found.events, room=found.room)], names


def roles_in(source: Source, names: Names) -> tuple[str, ...]:
    """What stands in place of the names that occur: one of whoever asked for it need not."""
    people = {event.who for event in source.events}
    there = (one.by for one in names.replaced if one.times or one.by in people)
    return tuple(dict.fromkeys(there))
