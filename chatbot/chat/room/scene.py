"""What the room sees of its present ballot, as plain data; nothing in it tells a vote before it is shown."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from chatbot.dialog.script import QuestionKind
from chatbot.interview.room_events import PersonId
from chatbot.room.ballots import Stance
from chatbot.room.offered import Sheet
from chatbot.room.people import Person
from chatbot.room.room import Room
from chatbot.room.told import name_of


class Mark(Struct, frozen=True):
    """A vote in the picture of a spread.

    Attributes:
        code: the letter of the person.
        earlier: whether it was given before this round, alone or in an earlier one.
    """

    code: str
    earlier: bool = False


class Answer(Struct, frozen=True, kw_only=True):
    """One answer with what became of it.

    Attributes:
        number: what is typed for it.
        votes: who voted for it; empty until the votes are shown.
    """

    number: int
    label: str
    looks_like: str
    votes: tuple[Mark, ...] = ()
    agreed: bool = False


class Scene(Struct, frozen=True, kw_only=True):
    """The ballot in the middle of the screen.

    Attributes:
        point: of a checklist, the point that is voted on.
        revealed: whether the votes are shown.
        agreed: what was agreed in words, empty while nothing is; `since` says whether that was in this round.
        dissents: who does not share it, with the reason.
    """

    ask: str
    point: str
    is_text: bool
    answers: tuple[Answer, ...]
    revealed: bool
    discuss_first: bool
    agreed: str = ""
    since: bool = True
    reason: str = ""
    dissents: tuple[tuple[str, str], ...] = ()


class Seat(Struct, frozen=True, kw_only=True):
    """Somebody in the strip of people.

    Attributes:
        voted: whether they voted in this round; never what.
        earlier: whether something is known of them from before this round.
        picked: whether a digit is their vote.
    """

    code: str
    name: str
    here: bool
    voted: bool
    earlier: bool
    picked: bool


def scene(
    room: Room, sheet: Sheet, codes: Mapping[PersonId, str], *, since: bool, shows: bool | None = None
) -> Scene:
    """The scene of a ballot.

    Args:
        sheet: the ballot as it is put.
        codes: the letter of each person.
        since: whether its agreement was made in this round.
        shows: whether votes may be seen; by default once they are revealed.
    """
    ballot, state = sheet.ballot, room.state
    revealed = state.votes.is_revealed(ballot) if shows is None else shows
    votes = marks(room, sheet, codes) if revealed else {}
    agreement = state.outcomes.agreement(ballot)
    opened = state.opened
    return Scene(
        ask=sheet.ask,
        point=sheet.point,
        is_text=sheet.kind is QuestionKind.TEXT,
        answers=tuple(
            Answer(
                number=offer.number,
                label=offer.label,
                looks_like=offer.looks_like,
                votes=votes.get(offer.value, ()),
                agreed=agreement is not None and agreement.stance.value == offer.value,
            )
            for offer in sheet.offers
        ),
        revealed=revealed,
        discuss_first=bool(opened and opened.discuss_first),
        agreed=sheet.label(agreement.stance) if agreement else "",
        since=since,
        reason=agreement.reason if agreement else "",
        dissents=tuple(
            (name_of(one.person, state.people), one.reason)
            for one in state.outcomes.dissents_on(ballot)
            if not one.earlier
        ),
    )


def marks(room: Room, sheet: Sheet, codes: Mapping[PersonId, str]) -> dict[str, tuple[Mark, ...]]:
    """By answer, who holds it, in the order of the people and not of their votes."""
    votes = room.state.votes.latest(sheet.ballot)
    now = room.state.votes.round_of(sheet.ballot)
    found: dict[str, list[Mark]] = {}
    for person, code in codes.items():
        if vote := votes.get(person):
            found.setdefault(vote.stance.value, []).append(Mark(code, earlier=vote.round != now))
    return {value: tuple(of_it) for value, of_it in found.items()}


def seats(room: Room, codes: Mapping[PersonId, str], picked: PersonId | None) -> tuple[Seat, ...]:
    """The strip of people for the present ballot."""
    ballot, votes = room.state.current, room.state.votes
    known = votes.latest(ballot) if ballot else {}
    now = votes.in_round(ballot) if ballot else {}
    return tuple(
        Seat(
            code=codes.get(person.id, ""),
            name=person.name,
            here=person.here,
            voted=person.id in now,
            earlier=person.id in known and person.id not in now,
            picked=person.id == picked,
        )
        for person in room.state.people
    )


def unanimous(room: Room, sheet: Sheet) -> Stance | None:
    """The answer that everybody gave who gave one; nothing where they differ, or nobody did."""
    stances = {vote.stance.value: vote.stance for vote in room.state.votes.latest(sheet.ballot).values()}
    return next(iter(stances.values())) if len(stances) == 1 else None


def in_the_room(room: Room) -> list[Person]:
    """Who is here now, in the order of the roster."""
    return [person for person in room.state.people if person.here]
