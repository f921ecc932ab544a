"""The facilitator's desk: what each key does to the room, and in a few words what came of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from chatbot.chat.lines import Role, Span
from chatbot.chat.room.pointing import Pointer
from chatbot.chat.room.scene import in_the_room
from chatbot.chat.wrapping import cut
from chatbot.conversation.asking import Signs
from chatbot.dialog.script import QuestionId, QuestionKind
from chatbot.errors import ChatbotError
from chatbot.facts import Level
from chatbot.interview.events import Event
from chatbot.interview.room_events import PersonId
from chatbot.room.accord import agree_alike
from chatbot.room.ballots import NOT_SAID, Ballot, Stance
from chatbot.room.course import Course
from chatbot.room.letters import letters
from chatbot.room.offered import Offer, Sheet, sheet
from chatbot.room.room import Recorded, Room
from chatbot.room.steps import Next, Step, next_step, onward
from chatbot.room.told import name_of, told

_LONGEST: Final = 24
"""Columns of a name."""

_AWAY: Final = 60
"""Seconds without an entry after which a session that is taken up again was interrupted."""


class Desk:
    """Holds a room at one keyboard.

    Attributes:
        said: what to say of the last key, on the line above the keys.
        pointer: whose vote a digit is.
    """

    def __init__(self, room: Room, course: Course) -> None:
        self.room = room
        self.course = course
        self.said = Span("")
        self.pointer = Pointer(course)
        self._warned: tuple[object, ...] = ()
        self._signs = Signs(room.interview.held.framework)

    @property
    def now(self) -> datetime:
        """The time of the room."""
        return self.room.now

    @property
    def ballot(self) -> Ballot | None:
        """The ballot that the room is at."""
        return self.room.state.current

    @property
    def sheet(self) -> Sheet | None:
        """The same as it is put; nothing where its question is not asked any more."""
        return self.sheet_of(self.ballot) if self.ballot else None

    def sheet_of(self, ballot: Ballot) -> Sheet | None:
        """Any ballot as it is put."""
        return sheet(self.room.interview, ballot, self._signs)

    @property
    def codes(self) -> dict[PersonId, str]:
        """The letter of each person."""
        return letters(self.room.state.people.named_first())

    @property
    def next(self) -> Step:
        """The next sensible step."""
        return next_step(self.course)

    @property
    def takes_votes(self) -> bool:
        """Whether people vote on the present ballot; a text is agreed on in words."""
        ballot = self.ballot
        return ballot is not None and self.room.question(ballot.question).kind is not QuestionKind.TEXT

    def name(self, who: str) -> str:
        """Somebody's name, no longer than leaves room for what is said of them."""
        return cut(name_of(who, self.room.state.people), _LONGEST)

    def say(self, text: str = "", role: Role = Role.MUTED) -> None:
        """Say something on the line above the keys."""
        self.said = Span(text, role)

    def does(self, act: Callable[[], None]) -> bool:
        """Do something; what goes wrong is said instead. Gives whether it was done."""
        try:
            act()
        except ChatbotError as error:
            self.say(str(error), Role.BAD)
            return False
        return True

    def pick(self, person: PersonId | None) -> None:
        """The next digit is this person's vote."""
        if person is None:
            return
        self.pointer.pick(person)
        here = self.room.state.people.is_here(person)
        self.say("" if here else f"{self.name(person)} is not in the room now; the vote counts all the same.")

    def vote(self, offer: Offer) -> None:
        """A digit is the vote of whoever is picked, and the next who has not voted is picked."""
        ballot, voter = self.ballot, self.pointer.at
        if ballot is None:
            return
        if voter is None:
            self.say(
                "Everybody has voted. Type somebody's letter first to change their vote."
                if in_the_room(self.room)
                else "Nobody is in the room. J says who is."
            )
            return
        reason = NOT_SAID if offer.value == Level.NOT_APPLICABLE else ""
        recorded = self.room.vote(voter, ballot, Stance(offer.value, reason))
        self.pointer.voted(voter)
        self._recorded(recorded, f"{self.name(voter)} has voted.")

    def step(self) -> Step:
        """Take the next step, or say what stands against it; gives the step, for what needs more words."""
        step = self.next
        if step.missing and self._is_new("step", step.next, step.ballot, len(step.missing)):
            self.say(self._waiting(step), Role.WARN)
            return Step(step.next, step.ballot, step.missing)
        self._warned = ()
        self.say()
        if step.ballot and step.next in (Next.BEGIN, Next.TURN):
            self.turn(step.ballot)
        elif step.ballot and step.next is Next.REVEAL:
            self.room.reveal(step.ballot)
        return Step(step.next, step.ballot)

    def turn(
        self, ballot: Ballot, *, discuss_first: bool | None = None, dropped: Recorded | None = None
    ) -> None:
        """Turn the room to a ballot; `dropped` is what passed over the one before, where that leads here."""
        self.room.open(ballot, discuss_first=discuss_first, dropped=dropped)
        self.pointer.start_over()

    def agree(self, ballot: Ballot, stance: Stance, reason: str, since: int) -> bool:
        """Record what was agreed.

        Args:
            since: the number of events when the answer was chosen; where another terminal has agreed on
                something else meanwhile, that is said first, and the same once more replaces it.

        Returns:
            whether it was recorded.
        """
        standing = self.room.state.outcomes.agreement(ballot)
        if (
            standing
            and standing.event.seq > since
            and standing.stance != stance
            and self._is_new("agree", since)
        ):
            on = self.sheet_of(ballot)
            other = on.label(standing.stance) if on else standing.stance.value
            self.say(
                f"Another terminal agreed on “{other}” meanwhile. Enter once more replaces it.", Role.WARN
            )
            return False
        self._recorded(self.room.agree(ballot, stance, reason), "Agreed.")
        return True

    def dissent(self, ballot: Ballot, person: PersonId, reason: str) -> None:
        """Record that somebody does not share what was agreed."""
        self._recorded(self.room.dissent(person, ballot, reason), f"{self.name(person)} does not share it.")

    def again(self) -> None:
        """Vote again on the present ballot."""
        if self.ballot:
            opened = self.room.state.opened
            self.turn(self.ballot, discuss_first=bool(opened and opened.discuss_first))
            self.say("A new round; what was said before is kept.")

    def switch(self) -> None:
        """Vote first, or discuss first, for the present question."""
        if self.ballot:
            opened = self.room.state.opened
            first = not (opened and opened.discuss_first)
            self.turn(self.ballot, discuss_first=first)
            self.say("Discuss, then agree." if first else "Vote, then discuss.")

    def come_back(self, ballot: Ballot) -> None:
        """Turn to a ballot on which people differ, to talk about it; what was shown is shown again."""
        revealed = self.room.state.votes.is_revealed(ballot)
        self.turn(ballot, discuss_first=revealed or None)
        if revealed:
            self.room.reveal(ballot)

    def agree_alike(self) -> None:
        """Agree on everything that was answered alike before the session."""
        every = agree_alike(self.course)
        self.say(f"Agreed on {len(every)}, as everybody answered before. U takes back one at a time.")

    def later(self) -> Step:
        """Leave the present ballot as it is, and go on."""
        step = self.go_on_from_here()
        self.say("Left for later; L brings it back." if step.ballot else "")
        return step

    def go_on_from_here(self, dropped: Recorded | None = None) -> Step:
        """Turn to the next ballot whatever became of the present one; gives where that leads."""
        step = onward(self.course)
        if step.ballot:
            self.turn(step.ballot, dropped=dropped)
        return step

    def drop(self, question: QuestionId) -> None:
        """Pass over a question, and turn to the next ballot; what is agreed already is not dropped."""
        if question not in self.room.interview.state.due:
            self.say("It is answered or dropped already.")
            return
        dropped = self.room.drop(question)
        if self.ballot and self.ballot.question == question:
            self.go_on_from_here(dropped)
        self._recorded(dropped, "Dropped; it stays unasked. U takes that back.")

    def pause(self) -> None:
        """Stop the clock, or set it going."""
        if self.room.state.clock.running:
            self.room.pause()
            self.say()
        elif self.ballot:
            self.room.go_on()
            self.say("The clock goes on.")

    def undo(self) -> None:
        """Take back the last step."""
        event = self.room.undo()
        self.pointer.let_go()
        self.say(f"Undone: {self._told(event)}. Y puts it back." if event else "There is nothing to undo.")

    def redo(self) -> None:
        """Put back what was undone last."""
        event = self.room.redo()
        self.pointer.let_go()
        self.say(f"Put back: {self._told(event)}." if event else "There is nothing to put back.")

    def take_up(self) -> None:
        """Say where an interrupted session goes on; the time since its last entry counts for nothing."""
        events = self.room.interview.state.events
        away = (self.now - datetime.fromisoformat(events[-1].at)).total_seconds()
        if away <= _AWAY or self.ballot is None or self.room.interview.finished:
            return
        if self.room.state.clock.running:
            self.room.go_on()
            self.say("The session goes on here. The time since its last entry does not count.")
        else:
            self.say("The session goes on here. It is paused; P sets the clock going.")

    def follow(self) -> bool:
        """Take in what another terminal has stored; gives whether there was anything."""
        return bool(self.room.follow())

    def _told(self, event: Event) -> str:
        return told(event, self.room.state.people)

    def _recorded(self, recorded: Recorded, says: str) -> None:
        if recorded.contest:
            self.say("Another terminal says something else about this. C shows both.", Role.WARN)
        else:
            self.say(says)

    def forget_warning(self) -> None:
        """Something else was done, so what was warned of is warned of again."""
        self._warned = ()

    def _is_new(self, *warning: object) -> bool:
        """Whether somebody was not warned of this just now."""
        new = self._warned != warning
        self._warned = warning if new else ()
        return new

    def _waiting(self, step: Step) -> str:
        alone = len(step.missing) == 1
        who = f"{self.name(step.missing[0])} has" if alone else f"{len(step.missing)} people have"
        if step.next is Next.BEGIN:
            return "Nobody is said to be here yet. J says who is; Space again begins."
        then = "shows the votes" if step.next is Next.REVEAL else "goes on without a vote"
        return f"{who} not voted yet. Space again {then}."
