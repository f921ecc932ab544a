"""What is meant by a name that was typed: a person, a ballot, or an answer to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Final

from chatbot.dialog.path import Route
from chatbot.dialog.script import UNKNOWN_OPTION, QuestionId, QuestionKind
from chatbot.facts import Level
from chatbot.interview.room_events import PersonId
from chatbot.plain.room.grammar import NotUnderstood
from chatbot.plain.showing import LETTERS
from chatbot.room.ballots import Ballot, ballots_of
from chatbot.room.guests import same_person
from chatbot.room.letters import letters
from chatbot.room.offered import Offer, Sheet
from chatbot.room.people import FACILITATOR, People, Person
from chatbot.room.room import Room
from chatbot.visible import on_one_line

_SHOWN: Final = 40
_MOST_NAMED: Final = 5
_SHORTEST: Final = 2
"""Letters of the beginning of an answer's label."""


def person_named(people: People, typed: str) -> PersonId:
    """Whoever is called so: by name, letter, one of the names, or a part that only one person has.

    Raises:
        NotUnderstood: nobody is, or several are.
    """
    key = same_person(typed)
    found = next(filter(None, _called(people, key)), []) if key else []
    if len(found) == 1:
        return found[0].id
    if found:
        names = ", ".join(on_one_line(person.name, _SHOWN) for person in found[:_MOST_NAMED])
        raise NotUnderstood(
            f"“{on_one_line(typed, _SHOWN)}” may be {names}.", todo="Type more of the name, or the letter."
        )
    raise NotUnderstood(
        f"Nobody is called “{on_one_line(typed, _SHOWN)}”." if key else "Nobody is named.",
        todo="Type people for who is on the list.",
    )


def person_before(people: People, typed: str) -> tuple[PersonId, str]:
    """Whoever a line begins with, and the rest of it; the longest name that somebody has is taken.

    Raises:
        NotUnderstood: it begins with nobody's name.
    """
    words = typed.split()
    for count in range(min(len(words), 8), 0, -1):
        try:
            return person_named(people, " ".join(words[:count])), typed.split(None, count)[count:][0]
        except NotUnderstood:
            continue
        except IndexError:
            raise NotUnderstood("There is only a name.", todo="Type the answer behind it.") from None
    return person_named(people, words[0] if words else ""), ""


def votes_in(people: People, sheet: Sheet, typed: str) -> dict[PersonId, Offer]:
    """Who votes for what: `PERSON ANSWER`, or several with commas; a bare name has the next one's answer.

    Raises:
        NotUnderstood: a name or an answer is not clear.
    """
    try:
        person, answer = person_before(people, typed)
        return {person: offer_named(sheet, answer)}  # an answer in words may have a comma
    except NotUnderstood:
        if "," not in typed:
            raise
    votes: dict[PersonId, Offer] = {}
    offer: Offer | None = None
    for part in reversed(typed.split(",")):
        try:
            person = person_named(people, part)
        except NotUnderstood:
            person, answer = person_before(people, part)
            offer = offer_named(sheet, answer)
        if offer is None:
            raise NotUnderstood("There is no answer behind the last name.", todo="Type it there.")
        votes.setdefault(person, offer)
    return dict(reversed(votes.items()))


def speaker_before(people: People, typed: str) -> tuple[PersonId, str]:
    """Who said it, and what: `PERSON: TEXT`, or a text of nobody in particular.

    Raises:
        NotUnderstood: what stands before the colon names nobody.
    """
    name, colon, text = typed.partition(":")
    if not colon or len(name.split()) > 4 or (text and not text.startswith(" ")):
        return FACILITATOR, typed.strip()
    if same_person(name) in ("room", "the room", ""):
        return FACILITATOR, text.strip()
    try:
        return person_named(people, name), text.strip()
    except NotUnderstood as error:
        error.todo += " For a text of nobody in particular, put room: before it."
        raise


def ballot_named(room: Room, typed: str) -> Ballot:
    """A ballot on the path: `QUESTION`, `QUESTION.POINT`, or the id of a point.

    A question is named by its id or number, a point by its id, the end of it, or its number. Of a checklist
    without a point it is the first one that is not agreed on.

    Raises:
        NotUnderstood: there is none, or it is not asked as things stand.
    """
    route, path = room.interview.held.manager.route, room.interview.state.path.questions
    key = typed.strip().casefold()
    every = list(_meant(route, path, key))
    if not every:
        known = [str(id) for id in route.question] + [
            f"{ballot.question}.{ballot.fact}" for id in path for ballot in ballots_of(route.question[id])
        ]
        near = get_close_matches(key, known, n=1)
        raise NotUnderstood(
            f"There is no question “{on_one_line(typed, _SHOWN)}”.",
            todo=f"Do you mean {near[0]}?" if near else "Type agenda for all of them.",
        )
    asked = [ballot for ballot in every if ballot.question in path]
    if not asked:
        raise NotUnderstood(f"{every[0].question} is not asked as things stand.", todo="Type agenda.")
    agreed = room.state.outcomes.agreement
    return next((ballot for ballot in asked if agreed(ballot) is None), asked[0])


def offer_named(sheet: Sheet, typed: str) -> Offer:
    """An answer to a ballot: its number, its id, its label or the beginning of that, or a level's letter.

    To a text, anything but that it is not known is an answer in the room's own words.

    Raises:
        NotUnderstood: it is none, or may be several. What was typed is not in it, for it may be a vote.
    """
    key = _plain(typed)
    if sheet.kind is QuestionKind.TEXT:
        unknown = next((one for one in sheet.offers if key in (one.value, _plain(one.label))), None)
        return unknown or Offer(0, typed.strip(), typed.strip())
    for fits in _fitting(key):
        found = [one for one in sheet.offers if fits(one)]
        if len(found) == 1:
            return found[0]
    answers = "; ".join(f"{one.number} {on_one_line(one.label, _SHOWN)}" for one in sheet.offers)
    raise NotUnderstood("That is no answer here.", todo=f"Type a number: {answers}.")


def _called(people: People, key: str) -> Iterator[list[Person]]:
    """Who may be meant, in classes: the first that has anybody counts."""
    everybody = [(person, same_person(person.name)) for person in people]
    codes = letters(people.named_first())
    yield [person for person, name in everybody if name == key]
    yield [person for person, _ in everybody if codes.get(person.id) == key]
    yield [person for person, name in everybody if key in name.split()]
    yield [
        person for person, name in everybody if any(word.startswith(key) for word in [name, *name.split()])
    ]
    yield [person for person, name in everybody if key in name]


def _meant(route: Route, path: tuple[QuestionId, ...], key: str) -> Iterator[Ballot]:
    question, dot, point = key.partition(".")
    if question.isdecimal() and 0 < int(question) <= len(path):
        question = path[int(question) - 1]
    id = QuestionId(question)
    if id in route.question:
        for number, ballot in enumerate(ballots_of(route.question[id]), start=1):
            names = (ballot.fact.casefold(), ballot.fact.rpartition(".")[2].casefold(), str(number))
            if not dot or (ballot.fact and point in names):
                yield ballot
        return
    for asked in route.question.values():
        yield from (ballot for ballot in ballots_of(asked) if ballot.fact and ballot.fact.casefold() == key)


def _fitting(key: str) -> Iterator[Callable[[Offer], bool]]:
    yield lambda one: key == str(one.number)
    yield lambda one: key == _plain(one.value)
    yield lambda one: key == _plain(one.label)
    yield lambda one: one.value in list(Level) and LETTERS.get(Level(one.value)) == key
    yield lambda one: one.value == UNKNOWN_OPTION and key in ("?", "don't know")
    yield lambda one: len(key) >= _SHORTEST and _plain(one.label).startswith(key)
    yield lambda one: len(key) >= _SHORTEST and _plain(one.value).startswith(key)


def _plain(text: str) -> str:
    return same_person(text.replace("_", " ").replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")).rstrip(".")
