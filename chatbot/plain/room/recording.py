"""What a linear session keeps beside answers: who is here, what was said, and what is to be done."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from chatbot.interview.room_events import PersonId
from chatbot.plain.channel import Channel
from chatbot.plain.room.grammar import NotUnderstood, Verb, misused
from chatbot.plain.room.lists import tasks
from chatbot.plain.room.naming import person_named, speaker_before
from chatbot.plain.room.table import Table
from chatbot.room.guests import same_person
from chatbot.room.people import FACILITATOR

_EVERYBODY: Final = ("all", "everybody")
_DUE: Final = re.compile(r"\sdue(?P<sure>:)?\s+(?P<due>.+)$", re.IGNORECASE)
_OWNER: Final = re.compile(r"\sowner(?P<sure>:)?\s+(?P<owner>.+)$", re.IGNORECASE)


class Recording:
    """Carries out the commands about people, notes and tasks."""

    def __init__(self, table: Table, channel: Channel) -> None:
        self._table = table
        self._room = table.room
        self._say = channel.say

    @property
    def acts(self) -> Mapping[Verb, Callable[[str], None]]:
        """What carries out each command, given what follows it on its line."""
        return {
            Verb.NOTE: self._note,
            Verb.EVIDENCE: self._evidence,
            Verb.PARK: self._park,
            Verb.ACTION: self._action,
            Verb.DONE: self._done,
            Verb.INVITE: self._invite,
            Verb.JOIN: self._join,
            Verb.LEAVE: self._leave,
            Verb.CORRECT: self._correct,
        }

    def _note(self, rest: str) -> None:
        who, text = self._said(Verb.NOTE, rest)
        self._room.note(text, self._table.question, who)
        self._say(f"The note {self._of(who)} is kept.")

    def _evidence(self, rest: str) -> None:
        who, text = self._said(Verb.EVIDENCE, rest)
        self._room.evidence(text, self._table.question, who)
        self._say(f"The evidence {self._of(who)} is kept.")

    def _park(self, rest: str) -> None:
        who, text = self._said(Verb.PARK, rest)
        self._room.park(text, self._table.question, who)
        self._say("Parked; points lists what is open.")

    def _action(self, rest: str) -> None:
        text, due = _split(_DUE, "due", f" {rest}", _is_date)
        text, owner = _split(_OWNER, "owner", text, lambda name: self._person(name) is not None)
        if not text.strip():
            raise misused(Verb.ACTION)
        person = self._person(owner) if owner else None
        self._room.act(text.strip(), person or owner, due, self._table.question)
        who = self._table.name(person) if person else owner or "nobody yet"
        self._say(f"To do: {text.strip()} (owner: {who}; due: {due or 'no date yet'})")

    def _done(self, rest: str) -> None:
        number, _, outcome = rest.partition(" ")
        every = tasks(self._table)
        if not number.isdecimal() or not 0 < int(number) <= len(every):
            raise NotUnderstood("That is no open point.", todo="Type done and the number that points shows.")
        self._room.settle(every[int(number) - 1].event.id, outcome.strip())
        self._say(f"Dealt with: {every[int(number) - 1].text}")

    def _invite(self, rest: str) -> None:
        person = self._new(rest)
        self._say(f"{self._table.name(person)} is on the list.")

    def _join(self, rest: str) -> None:
        if rest.casefold() in _EVERYBODY:
            self._join_all()
            return
        try:
            person = person_named(self._room.state.people, rest.partition(",")[0])
        except NotUnderstood as error:
            if "," not in rest:
                error.todo += " For somebody new, add their role: join NAME, ROLE"
                raise
            person = self._new(rest)
        else:
            if "," in rest and not self._is_name_of(person, rest):
                person = self._new(rest)
        if self._room.state.people.is_here(person):
            self._say(f"{self._table.name(person)} is here already.")
            return
        self._room.join(person)
        self._say(f"{self._table.name(person)} is here.")

    def _join_all(self) -> None:
        absent = [person.id for person in self._room.state.people if not person.here]
        for person in absent:
            self._room.join(person)
        self._say(f"{len(list(self._room.state.people))} people are here.")

    def _leave(self, rest: str) -> None:
        person = person_named(self._room.state.people, rest)
        if not self._room.state.people.is_here(person):
            raise NotUnderstood(f"{self._table.name(person)} is not here.", todo="people shows who is.")
        self._room.leave(person)
        self._say(f"{self._table.name(person)} has left.")

    def _correct(self, rest: str) -> None:
        name, colon, said = rest.partition(":")
        if not colon:
            raise misused(Verb.CORRECT)
        person = person_named(self._room.state.people, name)
        self._room.invite(*_guest(Verb.CORRECT, said), person)
        self._say(f"Now on the list as {said.strip()}.")

    def _said(self, verb: Verb, rest: str) -> tuple[PersonId, str]:
        who, text = speaker_before(self._room.state.people, rest)
        if not text:
            raise misused(verb)
        return who, text

    def _of(self, who: PersonId) -> str:
        return "of the room" if who == FACILITATOR else f"of {self._table.name(who)}"

    def _new(self, rest: str) -> PersonId:
        guest = _guest(Verb.INVITE, rest)
        known = {same_person(person.name) for person in self._room.state.people}
        if same_person(guest[0]) in known:
            raise NotUnderstood(
                f"{guest[0]} is on the list already.",
                todo="Add what tells the two apart, or use correct PERSON: NAME, ROLE.",
            )
        return self._room.invite(*guest)

    def _is_name_of(self, person: PersonId, rest: str) -> bool:
        return same_person(self._table.name(person)) == same_person(rest.partition(",")[0])

    def _person(self, name: str) -> PersonId | None:
        try:
            return person_named(self._room.state.people, name)
        except NotUnderstood:
            return None


def _guest(verb: Verb, typed: str) -> tuple[str, str, str]:
    name, role, organisation = (part.strip() for part in (*typed.split(",", 2), "", "")[:3])
    if not name:
        raise misused(verb)
    return name, role, organisation


def _split(pattern: re.Pattern[str], word: str, text: str, fits: Callable[[str], bool]) -> tuple[str, str]:
    """A text without what its last such word names, and that.

    Such a word may be part of the text; it counts where what follows fits, or a colon says so.
    """
    at = max(text.casefold().rfind(f" {word} "), text.casefold().rfind(f" {word}: "))
    found = pattern.match(text, at) if at >= 0 else None
    if found is None or not (found["sure"] or fits(found[word].strip())):
        return text, ""
    return text[:at], found[word].strip()


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
