"""The page with the people: who is on the list, who comes in late, leaves, or comes back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from chatbot.chat.lines import Role, Span
from chatbot.chat.room.asking_for import Blank, Form
from chatbot.chat.room.page import RoomPage
from chatbot.chat.widgets.pick_list import Choice, Remark, Row
from chatbot.dialog.answers import AnswerError
from chatbot.interview.room_events import Joined, PersonId
from chatbot.room.guests import same_person
from chatbot.room.letters import MORE
from chatbot.room.people import Person
from chatbot.visible import on_one_line

_LONGEST = 60


class PeoplePage(RoomPage):
    """Lists the people; their letter lets them in or out."""

    HEADING = "People"
    PICKS = "in or out"
    KEYS: ClassVar[dict[str, str]] = {
        "A": "add somebody",
        "W": "correct",
        "H": "everybody is here",
        "U": "undo",
    }

    _begun = ""

    def rows(self) -> Sequence[Row]:
        """Everybody, in the order in which they were named."""
        people = list(self.desk.room.state.people)
        if not people:
            return [Remark("Nobody is on the list yet. A adds somebody.", Role.PLAIN)]
        codes = self.desk.codes
        here = sum(person.here for person in people)
        told = f"{here} of {len(people)} are in the room. A letter lets somebody in or out."
        return [Remark(told, Role.PLAIN), *(_row(person, codes.get(person.id, "")) for person in people)]

    def pick(self, target: str) -> None:
        """Somebody comes in or leaves."""
        person = PersonId(target)
        here = self.desk.room.state.people.is_here(person)

        def move() -> None:
            (self.desk.room.leave if here else self.desk.room.join)(person)
            self.desk.say(f"{self.desk.name(person)} {'left' if here else 'is in the room'}.")

        self.desk.does(move)

    def press(self, key: str) -> None:
        """A letter, or one of the page's capitals."""
        begun, self._begun = self._begun, ""
        match key:
            case "A":
                self._add()
            case "W":
                self._correct()
            case "H":
                self.desk.does(self._all_here)
            case "U":
                self.desk.does(self.desk.undo)
            case "J":
                self.dismiss(None)
            case _ if "a" <= key <= "z":
                self._letter(begun + key)

    def _letter(self, typed: str) -> None:
        codes = self.desk.codes
        person = next((person for person, code in codes.items() if code == typed), None)
        if person is not None:
            self.list.show(self.rows(), person)
            self.pick(person)
        elif typed[-1] == MORE and any(code.startswith(typed) for code in codes.values()):
            self._begun = typed
        else:
            self.desk.say(f"Nobody has the letter {typed}.")

    def _all_here(self) -> None:
        missing = [person for person in self.desk.room.state.people if not person.here]
        self.desk.room.take_over([(Joined(), person.id) for person in missing])
        self.desk.say("Everybody is in the room." if missing else "")

    def _add(self) -> None:
        def done(lines: Sequence[str]) -> bool:
            def add() -> None:
                name, role, organisation = lines
                self._check_alone(name)
                person = self.desk.room.welcome(name, role, organisation)
                self.desk.say(f"{self.desk.name(person)} is in the room.")

            return self.desk.does(add)

        self.entry.open(Form(key="add", blanks=_blanks("", "", ""), done=done))

    def _check_alone(self, name: str, besides: PersonId | None = None) -> None:
        """Refuse a name that another person has: letters would tell the two apart, a report would not."""
        for person in self.desk.room.state.people:
            if person.id != besides and same_person(person.name) == same_person(name):
                raise AnswerError(
                    f"{self.desk.name(person.id)} is on the list already.",
                    todo="Add what tells the two apart, such as an initial.",
                )

    def _correct(self) -> None:
        person = self.desk.room.state.people.get(PersonId(self.list.picked))
        if person is None:
            return

        def done(lines: Sequence[str]) -> bool:
            return self.desk.does(lambda: self._corrected(person, lines))

        blanks = _blanks(person.name, person.role, person.organisation)
        self.entry.open(Form(key=("correct", person), blanks=blanks, done=done))

    def _corrected(self, person: Person, lines: Sequence[str]) -> None:
        name, role, organisation = lines
        self._check_alone(name, besides=person.id)
        self.desk.room.invite(name, role, organisation, person.id)
        self.desk.say("Corrected.")


def _blanks(name: str, role: str, organisation: str) -> list[Blank]:
    return [
        Blank(label="Name", needed=True, begins=name),
        Blank(label="Role", beside="may stay empty", begins=role),
        Blank(label="Organisation", beside="may stay empty", begins=organisation),
    ]


def _row(person: Person, code: str) -> Choice:
    about = " · ".join(on_one_line(part, _LONGEST) for part in (person.role, person.organisation) if part)
    return Choice(
        target=person.id,
        label=on_one_line(person.name, _LONGEST),
        mark=Span(f"{code:<3}", Role.KEY if person.here else Role.MUTED),
        beside=_presence(person),
        below=about,
    )


def _presence(person: Person) -> str:
    """Whether somebody is here, and since when they are or are not."""
    if not person.comings:
        return "not here yet"
    came, at = person.comings[-1]
    time = datetime.fromisoformat(at).strftime("%H:%M")
    return f"here since {time}" if came else f"left at {time}"
