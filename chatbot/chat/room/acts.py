"""What the commands of the room do, where that takes more than one key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from chatbot.chat.room.asking_for import Asks, Blank, Form, Wanted
from chatbot.chat.room.desk import Desk
from chatbot.chat.room.scene import unanimous
from chatbot.dialog.script import QuestionKind
from chatbot.interview.room_events import PersonId
from chatbot.room.ballots import Ballot, Stance
from chatbot.room.offered import Offer, Sheet
from chatbot.room.people import FACILITATOR
from chatbot.room.steps import Next, Step

_DUE: Final = "a date, or words"


class Acts:
    """Asks for what a command needs, then has it done."""

    def __init__(self, desk: Desk, asks: Asks) -> None:
        self._desk = desk
        self._asks = asks

    def step(self) -> None:
        """The next sensible step."""
        step = self._desk.step()
        if step.missing:
            return
        if step.next is Next.AGREE:
            self.agree()
        else:
            self._lead(step)

    def later(self) -> None:
        """Leave the present ballot for later."""
        if self._sheet():
            self._lead(self._desk.later())

    def _lead(self, step: Step) -> None:
        if step.next is Next.DIFFER:
            self._asks.show_page("ranking")
        elif step.next in (Next.CLOSE, Next.CLOSED):
            self._asks.show_page("closing")

    def agree(self) -> None:
        """The answer that the room agrees on, then why."""
        sheet = self._sheet()
        if sheet is None:
            return
        if sheet.kind is QuestionKind.TEXT:
            self._agree_on_text(sheet)
            return
        every = unanimous(self._desk.room, sheet) if self._is_shown(sheet.ballot) else None
        common = sheet.offer(every) if every else None
        last = sheet.offers[-1].number if sheet.offers else 0
        says = f"What does the room agree on? 1 to {last}"
        if common:
            says = f"All say {common.number}. Enter agrees on that, or 1 to {last}"
        self._asks.want(
            Wanted(
                says=says,
                answer=lambda offer: self.agree_on(sheet, offer),
                enter=(lambda: self.agree_on(sheet, common)) if common else None,
            )
        )

    def agree_on(self, sheet: Sheet, offer: Offer) -> None:
        """Why the room agrees on an answer."""
        since = len(self._desk.room.interview.state.events)
        label = "Why does it not apply?" if offer.needs_reason else f"Agree on {offer.number}, because"

        def done(lines: Sequence[str]) -> bool:
            (reason,) = lines
            stance = Stance(offer.value, reason if offer.needs_reason else "")
            return self._try(lambda: self._desk.agree(sheet.ballot, stance, reason, since))

        beside = "" if offer.needs_reason else "may stay empty"
        blank = Blank(label=label, needed=offer.needs_reason, beside=beside)
        self._asks.fill(Form(key=("agree", sheet.ballot, offer.value), blanks=[blank], done=done))

    def dissent(self) -> None:
        """Who does not share it, then why."""
        sheet = self._sheet()
        if sheet is None:
            return
        if self._desk.room.state.outcomes.agreement(sheet.ballot) is None:
            self._desk.say("Nothing is agreed here yet, so nobody can differ from it.")
            return

        def who(person: PersonId) -> None:
            def done(lines: Sequence[str]) -> bool:
                return self._do(lambda: self._desk.dissent(sheet.ballot, person, lines[0]))

            label = f"{self._desk.name(person)} does not share it, because"
            blank = Blank(label=label, beside="may stay empty")
            self._asks.fill(Form(key=("dissent", sheet.ballot, person), blanks=[blank], done=done))

        self._asks.want(Wanted(says="Who does not share it? Their letter", person=who))

    def note(self) -> None:
        """Who said something, then what."""
        self._said_by("note", "Who says it?", "Note", self._desk.room.note, "The note is kept.")

    def evidence(self) -> None:
        """Who names evidence, then which."""
        self._said_by(
            "evidence", "Who names evidence?", "Evidence", self._desk.room.evidence, "The evidence is kept."
        )

    def park(self) -> None:
        """A point for later."""
        question = self._desk.ballot.question if self._desk.ballot else None

        def done(lines: Sequence[str]) -> bool:
            return self._do(lambda: self._desk.room.park(lines[0], question), "Parked. O lists what is open.")

        blank = Blank(label="For later", needed=True)
        self._asks.fill(Form(key=("park", question), blanks=[blank], done=done))

    def act(self) -> None:
        """What somebody is to do, who, and until when."""
        question = self._desk.ballot.question if self._desk.ballot else None

        def done(lines: Sequence[str]) -> bool:
            what, owner, due = lines
            return self._do(
                lambda: self._desk.room.act(what, self._owner(owner), due, question),
                "The action is kept. O lists what is open.",
            )

        blanks = [
            Blank(label="To do", needed=True),
            Blank(label="Who does it?", beside="a letter or a name"),
            Blank(label="Until when?", beside=_DUE),
        ]
        self._asks.fill(Form(key=("act", question), blanks=blanks, done=done))

    def _agree_on_text(self, sheet: Sheet) -> None:
        since = len(self._desk.room.interview.state.events)
        standing = self._desk.room.state.outcomes.agreement(sheet.ballot)
        is_text = standing is not None and sheet.offer(standing.stance) is None

        def done(lines: Sequence[str]) -> bool:
            return self._try(lambda: self._desk.agree(sheet.ballot, Stance(lines[0]), "", since))

        blank = Blank(
            label="The room's answer",
            needed=True,
            begins=standing.stance.value if standing and is_text else "",
        )
        self._asks.fill(Form(key=("agree", sheet.ballot), blanks=[blank], done=done))

    def _said_by(self, kind: str, asks: str, label: str, record: Callable[..., object], says: str) -> None:
        question = self._desk.ballot.question if self._desk.ballot else None

        def who(person: PersonId) -> None:
            def done(lines: Sequence[str]) -> bool:
                return self._do(lambda: record(lines[0], question, person), says)

            by = "" if person == FACILITATOR else f" from {self._desk.name(person)}"
            blank = Blank(label=f"{label}{by}", needed=True)
            self._asks.fill(Form(key=(kind, question, person), blanks=[blank], done=done))

        self._asks.want(
            Wanted(
                says=f"{asks} Their letter, or Enter for nobody in particular",
                person=who,
                enter=lambda: who(FACILITATOR),
            )
        )

    def _owner(self, typed: str) -> str:
        """A person's id where a letter or the name of one was typed, else what was typed."""
        plain = typed.strip()
        by_letter = {code: person for person, code in self._desk.codes.items()}
        if plain in by_letter:
            return by_letter[plain]
        found = [
            person.id
            for person in self._desk.room.state.people
            if plain.casefold() in (person.name.casefold(), person.name.casefold().split()[0])
        ]
        return found[0] if plain and len(found) == 1 else plain

    def _sheet(self) -> Sheet | None:
        sheet = self._desk.sheet
        if sheet is None:
            self._desk.say("No question is open. Space begins." if self._desk.ballot is None else "")
        return sheet

    def _is_shown(self, ballot: Ballot) -> bool:
        return self._desk.room.state.votes.is_revealed(ballot)

    def _do(self, act: Callable[[], object], says: str = "") -> bool:
        """Record something; gives whether that worked."""

        def recorded() -> None:
            act()
            if says:
                self._desk.say(says)

        return self._desk.does(recorded)

    def _try(self, act: Callable[[], bool]) -> bool:
        """The same for what may still be turned down."""
        kept: list[bool] = []
        return self._desk.does(lambda: kept.append(act())) and kept[0]
