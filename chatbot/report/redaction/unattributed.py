"""The report of a room in which no answer can be traced to a person, also not by elimination.

The log is made anew with what the room came to and nothing that somebody did (`anonymous_log`), the names in
it give way to words that are the same for everybody, and of the votes there are only numbers that tell
nothing of anybody (`untraceable`). It works before anything is made of the events, so that it holds in every
format. Roles that fewer than five people have are names too, and are replaced where they are typed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from chatbot.errors import UsageError
from chatbot.interview.events import Event, InterviewId, Unrecognised
from chatbot.interview.held import Held
from chatbot.interview.typed import fields
from chatbot.report.content.retold import retold
from chatbot.report.content.room import BallotView, RoomView, Unattributed
from chatbot.report.content.rooming import room_view
from chatbot.report.content.scales import OTHERS, Scales
from chatbot.report.redaction.anonymous_log import AnonymousLog
from chatbot.report.redaction.declared import Declared
from chatbot.report.redaction.named import Named, Replaced
from chatbot.report.redaction.redacting import redact
from chatbot.report.redaction.rostered import declared_in
from chatbot.report.redaction.untraceable import FEWEST, without_voters
from chatbot.report.redaction.wording import ordinary_words

A_ROLE: Final = "[a role in the room]"


class WithoutPeople(Struct, frozen=True, kw_only=True):
    """A room of which nobody can be told.

    Attributes:
        events: its log, made anew.
        room: its view, which cannot be made of that log, as there are no votes in it.
        replaced, unsure: as in `Redacted`.
    """

    events: tuple[Event, ...]
    room: RoomView
    replaced: tuple[Replaced, ...]
    unsure: tuple[str, ...]


def without_people(
    interview: InterviewId, events: Sequence[Event], held: Held, *, also: Iterable[Named] = ()
) -> WithoutPeople:
    """What may be told of a room; the same whoever voted what.

    Raises:
        UsageError: the interview is no room's.
    """
    again = retold(held, events)
    full = room_view(held, again)
    if full is None or again.room is None:
        raise UsageError(
            f"Interview {interview} was held with one person alone, so every answer is theirs.",
            todo="Use --redact, which puts roles in place of names.",
        )
    log = AnonymousLog(held, again.room, full.attended)
    made = log.events()
    nobody = (Declared(name="", id=who) for who in dict.fromkeys(event.who for event in made))
    declared = [*declared_in(events, alike=True), *nobody]
    redacted = redact(made, held, also=also, declared=declared)
    anonymous = tuple(_without_roles(redacted.events, _rare_roles(full), ordinary_words(held)))
    told = room_view(held, retold(held, anonymous, replaced=True))
    assert told is not None
    ballots = tuple(_ballots(full, told))
    return WithoutPeople(
        events=anonymous,
        room=replace(
            told,
            attended=full.attended,
            people=(),
            ballots=ballots,
            parked=tuple(replace(one, who="") for one in told.parked),
            scales=Scales(held).of(ballots),
            minutes=float(round(full.minutes)),
            unattributed=_left_out(full, ballots, log),
        ),
        replaced=redacted.replaced,
        unsure=redacted.unsure,
    )


def _ballots(full: RoomView, told: RoomView) -> Iterator[BallotView]:
    """Every ballot with what may be told in words, and with the numbers that may be shown."""
    in_words = {(one.question, one.fact): one for one in told.ballots}
    for one in full.ballots:
        numbers = without_voters(one)
        words = in_words.get((one.question, one.fact))
        yield replace(
            numbers,
            ask=words.ask if words else "",
            agreed=words.agreed if words else None,
            before=(),
            dissents=tuple(replace(each, who="") for each in words.dissents) if words else (),
        )


def _rare_roles(room: RoomView) -> list[str]:
    """Roles that tell who somebody is, the longest first."""
    holders = Counter(" ".join(one.role.split()) for one in room.people)
    rare = [role for role, count in holders.items() if role and count < FEWEST]
    return sorted(rare, key=lambda role: (-len(role), role))


def _without_roles(
    events: Iterable[Event], roles: Sequence[str], ordinary: frozenset[str]
) -> Iterator[Event]:
    """The events without roles; of one that is a word as well, only as it stands on the list: not `it`."""
    found = re.compile("|".join(_pattern(role, ordinary) for role in roles)) if roles else None
    for event in events:
        if found is None or isinstance(event.what, Unrecognised):
            yield event
            continue
        changed = {}
        for field in fields(type(event.what)):
            value = getattr(event.what, field)
            changed[field] = (
                {key: found.sub(A_ROLE, one) for key, one in value.items()}
                if isinstance(value, dict)
                else found.sub(A_ROLE, value)
            )
        yield replace(event, what=replace(event.what, **changed))


def _pattern(role: str, ordinary: frozenset[str]) -> str:
    words = r"\s+".join(map(re.escape, role.split()))
    whole = rf"(?<!\w){words}(?!\w)"
    return whole if role.casefold() in ordinary else f"(?i:{whole})"


def _left_out(full: RoomView, ballots: Sequence[BallotView], log: AnonymousLog) -> Unattributed:
    hidden = sum(one.counts is None for one in ballots)
    shown = [one for one in ballots if one.counts]
    roles = {(one.question, one.fact): len(one.by_role) for one in full.ballots}
    merged = sum(
        roles[one.question, one.fact] > len(one.by_role) or any(part.role == OTHERS for part in one.by_role)
        for one in shown
    )
    return Unattributed(
        hidden=hidden,
        merged=merged,
        dissents=log.dissents_left_out,
        notes=log.notes_left_out,
        says=tuple(_says(hidden, merged, log)),
    )


def _says(hidden: int, merged: int, log: AnonymousLog) -> Iterator[str]:
    yield (
        "Nobody is named in this report. Votes, who came and went, and times are left out, and so is what was"
        " changed or taken back; what was said stands in the order of the questions."
    )
    yield (
        "How people answered is shown where five or more voted and at least two answers were given by two"
        " or more each, so that no answer can be told from the numbers, not even by somebody who knows their"
        " own. Roles are shown where that holds for each of them and for all others together."
    )
    if hidden:
        yield f"Answers are not shown on {_points(hidden)}."
    if merged:
        yield f"Roles are put together or left out on {_points(merged)}."
    if log.dissents_left_out:
        yield f"Dissent is left out on {_points(log.dissents_left_out)}, as it would tell whose it is."
    if log.notes_left_out:
        yield "Notes and evidence are left out, as fewer than five people took part."
    yield (
        "There is a limit to this. Words stand as they were typed, apart from names and rare roles, and"
        " whoever knows the room may know somebody by their words. People who put their answers together can"
        " tell more, and so can whoever holds this report beside another one of the same session."
    )


def _points(count: int) -> str:
    return "1 point" if count == 1 else f"{count} points"
