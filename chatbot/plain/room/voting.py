"""What a linear session does with questions: it turns to them, takes votes, shows them, and agrees."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from chatbot.dialog.script import QuestionKind
from chatbot.interview.room_events import PersonId
from chatbot.plain.channel import Channel
from chatbot.plain.room.grammar import NotUnderstood, Verb, misused, reasoned
from chatbot.plain.room.lists import differences, show_ranking
from chatbot.plain.room.naming import ballot_named, offer_named, person_named, votes_in
from chatbot.plain.room.showing import show_ballot, show_standing, show_votes, still_to_vote
from chatbot.plain.room.table import Table
from chatbot.room.accord import agree_alike
from chatbot.room.ballots import NOT_SAID, Ballot, Stance
from chatbot.room.offered import Offer, Sheet
from chatbot.room.room import Recorded
from chatbot.room.steps import Next, Step, next_step, onward, waited_for

_ALIKE: Final = "alike"


class Voting:
    """Carries out the commands about questions and answers."""

    def __init__(self, table: Table, channel: Channel) -> None:
        self._table = table
        self._room = table.room
        self._channel = channel
        self._warned: Step | None = None
        """The step that somebody was told to take twice, as people had not voted."""

    @property
    def acts(self) -> Mapping[Verb, Callable[[str], None]]:
        """What carries out each command, given what follows it on its line."""
        return {
            Verb.NEXT: self._next,
            Verb.VOTE: self._vote,
            Verb.REVEAL: self._reveal,
            Verb.AGREE: self._agree,
            Verb.DISSENT: self._dissent,
            Verb.AGAIN: self._again,
            Verb.MODE: self._mode,
            Verb.OPEN: self._open,
            Verb.DROP: self._drop,
            Verb.RANKING: self._ranking,
            Verb.QUESTION: lambda rest: show_ballot(self._channel, self._table),
        }

    def turn(
        self, ballot: Ballot, *, discuss_first: bool | None = None, dropped: Recorded | None = None
    ) -> None:
        """Turn the room to a ballot, and put it; `dropped` is what passed over the one before."""
        self._room.open(ballot, discuss_first=discuss_first, dropped=dropped)
        show_ballot(self._channel, self._table)

    def _next(self, rest: str) -> None:
        step = next_step(self._table.course)
        if step.missing and step != self._warned:
            self._warned = step
            self._channel.say(self._waiting(step))
            return
        self._warned = None
        if step.next is Next.REVEAL:
            self._reveal("")
        elif step.next is Next.AGREE:
            self._ask_to_agree()
        else:
            self._lead(step)

    def _lead(self, step: Step, dropped: Recorded | None = None) -> None:
        if step.ballot:
            self.turn(step.ballot, dropped=dropped)
        elif step.next is Next.DIFFER:
            self._channel.say("All that was planned was asked. Where people differ comes next.")
            show_ranking(self._channel, self._table)
        else:
            self._channel.say("Nothing is left to ask. finish closes the session, with its advice.")

    def _waiting(self, step: Step) -> str:
        if step.next is Next.BEGIN:
            return "Nobody is said to be here yet. join all: everybody on the list. next once more begins."
        then = "shows the votes" if step.next is Next.REVEAL else "goes on without a vote"
        return f"{still_to_vote(self._table, step.missing)} next once more {then}."

    def _ask_to_agree(self) -> None:
        sheet = self._table.here()
        common = self._table.common(sheet)
        if common:
            self._channel.say(f"All say: {sheet.label(common)}. agree takes that as the room's answer.")
        elif sheet.kind is QuestionKind.TEXT:
            self._channel.say("What does the room answer? Type agree and the text.")
        else:
            self._channel.say(
                "What does the room agree on? Type agree, the answer, and because with the reason."
            )

    def _vote(self, rest: str) -> None:
        sheet = self._table.here()
        text, reason = (rest, "") if sheet.kind is QuestionKind.TEXT else reasoned(rest)
        if not text:
            raise misused(Verb.VOTE)
        for person, offer in votes_in(self._room.state.people, sheet, text).items():
            stance = Stance(offer.value, (reason or NOT_SAID) if offer.needs_reason else "")
            words = "" if offer.needs_reason else reason
            self._say(self._room.vote(person, sheet.ballot, stance, words), self._voted(person))
        if self._room.state.votes.is_revealed(sheet.ballot):
            show_votes(self._channel, self._table, sheet)
        else:
            self._channel.say(still_to_vote(self._table, waited_for(self._table.course)))

    def _voted(self, person: PersonId) -> str:
        away = "" if self._room.state.people.is_here(person) else ", who is not in the room now,"
        return f"{self._table.name(person)}{away} has voted."

    def _reveal(self, rest: str) -> None:
        sheet = self._table.here()
        if not self._room.state.votes.latest(sheet.ballot):
            raise NotUnderstood(
                "Nobody has voted on this yet.", todo="agree records an answer without votes."
            )
        self._room.reveal(sheet.ballot)
        show_standing(self._channel, self._table, sheet)
        self._ask_to_agree()

    def _agree(self, rest: str) -> None:
        if rest.casefold() == _ALIKE:
            count = len(agree_alike(self._table.course))
            self._channel.say(
                f"Agreed on {count}, as everybody answered before. undo takes back one at a time."
            )
            return
        sheet = self._table.here()
        typed, reason = (rest, "") if sheet.kind is QuestionKind.TEXT else reasoned(rest)
        offer = offer_named(sheet, typed) if typed else self._common(sheet)
        if offer.needs_reason and not reason:
            raise NotUnderstood(
                "That something does not apply needs a reason.", todo="Add because and the reason."
            )
        stance = Stance(offer.value, reason if offer.needs_reason else "")
        recorded = self._room.agree(sheet.ballot, stance, reason)
        because = f", because {reason}" if reason else ""
        self._say(recorded, f"Agreed: {offer.label}{because}")

    def _common(self, sheet: Sheet) -> Offer:
        common = self._table.common(sheet)
        found = sheet.offer(common) if common else None
        if found is None:
            raise NotUnderstood(
                "There is no answer yet that all gave.",
                todo="Type agree and the answer; reveal shows the votes.",
            )
        return found

    def _dissent(self, rest: str) -> None:
        sheet = self._table.here()
        name, reason = reasoned(rest)
        person = person_named(self._room.state.people, name)
        if self._room.state.outcomes.agreement(sheet.ballot) is None:
            raise NotUnderstood(
                "Nothing is agreed here yet, so nobody can differ from it.", todo="Agree first."
            )
        recorded = self._room.dissent(person, sheet.ballot, reason)
        self._say(recorded, f"{self._table.name(person)} does not share it.")

    def _again(self, rest: str) -> None:
        opened = self._room.state.opened
        self._channel.say("A new round; what was said before is kept.")
        self.turn(self._table.here().ballot, discuss_first=bool(opened and opened.discuss_first))

    def _mode(self, rest: str) -> None:
        if rest.casefold() not in ("vote", "discuss"):
            raise misused(Verb.MODE)
        self.turn(self._table.here().ballot, discuss_first=rest.casefold() == "discuss")

    def _open(self, rest: str) -> None:
        if not rest:
            raise misused(Verb.OPEN)
        self._come_back(ballot_named(self._room, rest))

    def _ranking(self, rest: str) -> None:
        if not rest:
            show_ranking(self._channel, self._table)
            return
        found = differences(self._table)
        if not rest.isdecimal() or not 0 < int(rest) <= len(found):
            raise NotUnderstood("There is no difference of this number.", todo="ranking lists them.")
        if self._room.interview.finished:
            raise NotUnderstood("The session is closed.", todo="reopen opens it again.")
        self._come_back(found[int(rest) - 1].ballot)

    def _come_back(self, ballot: Ballot) -> None:
        """Turn to a ballot; what all have seen of it stays shown, and `again` begins a new round."""
        revealed = self._room.state.votes.is_revealed(ballot)
        self._room.open(ballot, discuss_first=revealed or None)
        if revealed:
            self._room.reveal(ballot)
        show_ballot(self._channel, self._table)

    def _drop(self, rest: str) -> None:
        here = self._room.state.current
        question = ballot_named(self._room, rest).question if rest else self._table.here().ballot.question
        if question not in self._room.interview.state.due:
            raise NotUnderstood(
                f"{question} is answered or dropped already.", todo="agenda shows what is left."
            )
        dropped = self._room.drop(question)
        self._say(dropped, f"{question} is dropped; it stays unasked. undo takes that back.")
        if here and here.question == question:
            self._lead(onward(self._table.course), dropped)

    def _say(self, recorded: Recorded, says: str) -> None:
        self._channel.say(says)
        if recorded.contest:
            self._channel.say("Another terminal says something else about this. contests shows both.")
