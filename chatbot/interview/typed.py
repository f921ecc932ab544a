"""What of an event a person typed, so that no front end and no report forgets a part of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from chatbot.interview.events import Answered, Evidenced, Noted, Uttered, What
from chatbot.interview.payload import Payload
from chatbot.interview.room_events import Action, Agreed, Dissented, Invited, Parked, Settled, Voted

_FIELDS: Final[dict[type[Payload], tuple[str, ...]]] = {
    Answered: ("words", "text", "remark", "reasons"),
    Noted: ("text",),
    Evidenced: ("text",),
    Uttered: ("words",),
    Invited: ("name", "role", "organisation"),
    Voted: ("text", "words", "reasons"),
    Agreed: ("text", "words", "reason", "reasons"),
    Dissented: ("reason",),
    Parked: ("text",),
    Action: ("text", "owner", "due"),
    Settled: ("outcome",),
}


def fields(kind: type) -> tuple[str, ...]:
    """The fields of a kind of event that hold what a person typed; all the others hold ids and numbers, or
    what the bot said."""
    return (*_FIELDS.get(kind, ()), "typed") if issubclass(kind, Payload) else ()


def typed_in(what: What) -> Iterator[str]:
    """What a person typed of an event, each field and each reason; some may be empty."""
    for field in fields(type(what)):
        value = getattr(what, field)
        yield from value.values() if isinstance(value, dict) else (value,)


def has(what: What, words: str) -> bool:
    """Whether an event has these words, by themselves or as lines of what it has."""
    return any(lines_of(text, words) for text in typed_in(what))


def lines_of(text: str, words: str) -> bool:
    """Whether `words` are one or several whole lines of a text, or all of it."""
    return f"\n{words}\n" in f"\n{text}\n"
