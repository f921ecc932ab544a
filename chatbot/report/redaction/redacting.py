"""The events of an interview without the names in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from chatbot.dialog.script import QuestionKind
from chatbot.interview.events import (
    Answered,
    Event,
    Known,
    Unrecognised,
    Uttered,
)
from chatbot.interview.held import Held
from chatbot.interview.interview import PARTICIPANT
from chatbot.interview.typed import fields, typed_in
from chatbot.report.redaction.declared import Declared, declared_names
from chatbot.report.redaction.leftover import Leftover
from chatbot.report.redaction.named import Kind, Named, Replaced
from chatbot.report.redaction.recognising import names_in
from chatbot.report.redaction.replacing import Replacing
from chatbot.report.redaction.wording import ordinary_words

_LONGEST_NAME: Final = 4
_CUT_OFF: Final = re.compile(r"[^\W_]+\u2026")
"""The last word of a quotation that was cut short: the rest of a name would not be recognised."""


class Redacted(Struct, frozen=True, kw_only=True):
    """An interview without names.

    Attributes:
        events: as many as before, in the same order.
        replaced: what was replaced by what in all that was redacted together; it holds the names.
        unsure: what is still in any of these and could be a name.
    """

    events: tuple[Event, ...]
    replaced: tuple[Replaced, ...]
    unsure: tuple[str, ...]


def redact(
    events: Sequence[Event],
    held: Held,
    *,
    also: Iterable[Named] = (),
    declared: Iterable[Declared] = (),
) -> Redacted:
    """The events with every name replaced that was given as one.

    Args:
        also: names that whoever asks for it knows, with the roles to put in their place.
        declared: the people who take part, as they were declared.
    """
    (redacted,) = redact_together([(events, held)], also=also, declared=declared)
    return redacted


def redact_together(
    interviews: Sequence[tuple[Sequence[Event], Held]],
    *,
    also: Iterable[Named] = (),
    declared: Iterable[Declared] = (),
) -> tuple[Redacted, ...]:
    """The same for several interviews, in which the same name gives way to the same words."""
    ordinary = frozenset[str]().union(*(ordinary_words(held) for _, held in interviews))
    given, people = tuple(also), tuple(declared)
    ids = frozenset({PARTICIPANT}.union(one.id for one in people if one.id))
    named = [*declared_names(people), *given]
    for events, held in interviews:
        named += [*_participants(events, ids), *_named(events, held, ordinary)]
    replacing = Replacing(named, ordinary, given)
    every = [tuple(_without_names(event, replacing, ids) for event in events) for events, _ in interviews]
    replaced = replacing.replaced()
    left = Leftover(
        (text for events in every for event in events for text in typed_in(event.what)), replaced, ordinary
    )
    replaced = tuple(_with_near(given, replaced, left))
    unsure = (*left.unsure(), *replacing.passed_over())
    return tuple(Redacted(events=events, replaced=replaced, unsure=unsure) for events in every)


def _with_near(given: Iterable[Named], replaced: Iterable[Replaced], left: Leftover) -> Iterator[Replaced]:
    """With what is like the names that were given and do not occur: they may be misspelt there or here."""
    sought = {one.name for one in given if one.kind in (Kind.PERSON, Kind.ORGANISATION)}
    for one in replaced:
        missing = not one.times and one.name in sought
        yield replace(one, near=left.near(one.name)) if missing else one


def answer_in(event: Event) -> Iterator[str]:
    """What a person typed as the answer to a question, without what they said besides it."""
    what = event.what
    if isinstance(what, Answered):
        yield what.text
        yield what.words.replace(what.remark, "\n") if what.remark else what.words


def _participants(events: Iterable[Event], ids: frozenset[str]) -> Iterator[Named]:
    for event in events:
        if event.who not in ids:
            yield Named(name=event.who, kind=Kind.PARTICIPANT)


def _named(events: Iterable[Event], held: Held, ordinary: frozenset[str]) -> Iterator[Named]:
    questions = held.manager.route.question
    for event in events:
        asked = questions.get(event.what.question) if isinstance(event.what, Answered) else None
        naming = {Kind(kind): role for kind, role in asked.names.items()} if asked else {}
        if naming:
            if asked and asked.kind is QuestionKind.TEXT:
                yield from _whole_answer(event, naming)
            for text in dict.fromkeys(answer_in(event)):
                yield from names_in(text, ordinary, naming)
        for text in dict.fromkeys(typed_in(event.what)):
            yield from names_in(text, ordinary)


def _whole_answer(event: Event, naming: Mapping[Kind, str]) -> Iterator[Named]:
    """A short answer in own words to a question for a name is nothing but the name."""
    if isinstance(event.what, Answered) and 0 < len(event.what.text.split()) <= _LONGEST_NAME:
        kind, role = next(iter(naming.items()))
        yield Named(name=event.what.text, kind=kind, role=role)


def _without_names(event: Event, replacing: Replacing, ids: frozenset[str]) -> Event:
    who = event.who if event.who in ids else replacing.who(event.who)
    if isinstance(event.what, Unrecognised):  # a report only counts these
        return replace(event, who=who)
    return replace(event, who=who, what=_payload(event.what, replacing))


def _payload(what: Known, replacing: Replacing) -> Known:
    changed = {}
    for field in fields(type(what)):
        value = getattr(what, field)
        changed[field] = (
            {key: replacing.text(one) for key, one in value.items()}
            if isinstance(value, dict)
            else replacing.text(value)
        )
    if isinstance(what, Uttered):  # the bot gives nobody a name, but it quotes what was typed
        changed["reply"] = replacing.text(_CUT_OFF.sub("\u2026", what.reply))
    return replace(what, **changed)
